package app.tidings.curation.enrich;

import app.tidings.curation.page.text.ReadableText;
import app.tidings.curation.pdf.Pdf;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The readable text of the page, or of the document in its place. */
final class ReadText implements Enricher {

    @Override
    public void enrich(Draft draft) {
        draft.document()
                .ifPresentOrElse(
                        document -> take(document, draft),
                        () -> draft.page()
                                .map(page -> ReadableText.of(page, draft.metadata()))
                                .ifPresentOrElse(read -> take(read, draft), () -> draft.flag("no-text")));
    }

    /** One that was scanned has no text. */
    private static void take(Pdf.Document document, Draft draft) {
        if (document.text().isBlank()) {
            draft.flag("no-text");
            return;
        }
        draft.text(document.text());
        draft.html(document.text()
                .lines()
                .map(paragraph -> new Element("p").text(paragraph).outerHtml())
                .collect(Collectors.joining("\n")));
        if (document.partial()) {
            draft.flag("partial-text");
        }
    }

    private static void take(ReadableText read, Draft draft) {
        switch (read.quality()) {
            case ARTICLE -> keep(read, draft);
            case STATED, WHOLE_PAGE -> {
                keep(read, draft);
                draft.flag(read.quality().word() + "-text");
            }
            case METADATA_ONLY -> draft.flag("no-text");
        }
        if (draft.metadata().paywalled()) {
            draft.flag("paywall");
        }
    }

    private static void keep(ReadableText read, Draft draft) {
        draft.text(read.text());
        draft.html(read.html());
        if (read.isPartial()) {
            draft.flag("partial-text");
        }
    }
}
