package app.tidings.local.inspect;

import app.tidings.curation.enrich.DetectKind;
import app.tidings.curation.item.Kind;
import app.tidings.curation.page.trait.Traits;
import app.tidings.curation.pdf.Pdf;
import app.tidings.curation.pdf.Pdf.Refused;
import app.tidings.curation.pdf.PdfReader;
import app.tidings.local.inspect.Inputs.Input;

/** The line of {@code ./tidings inspect page} about a document in PDF. */
final class InspectPdf {

    private static final PdfReader READER = new PdfReader();

    private InspectPdf() {}

    static String line(Input input, Document.Read read) {
        return switch (READER.read(read.body().bytes())) {
            case Refused(var reason) ->
                JsonLine.of(
                        json -> json.text("id", input.id()).text("error", "a PDF that is not read: " + reason.word()));
            case Pdf.Document document ->
                JsonLine.of(json -> json.text("id", input.id())
                        .text("title", document.title())
                        .text("byline", document.author())
                        .text("author", document.author())
                        .text("date", document.created())
                        .text("lang", document.language())
                        .text("url", read.base())
                        .text("kind", kind(read).word())
                        .text("pages", document.pages())
                        .text("text", document.text())
                        .text("quality", quality(document)));
        };
    }

    private static Kind kind(Document.Read read) {
        var base = read.base();
        return base != null && DetectKind.of(base.uri(), Traits.NONE) == Kind.PAPER ? Kind.PAPER : Kind.PDF;
    }

    private static String quality(Pdf.Document document) {
        if (document.text().isEmpty()) {
            return "metadata-only";
        }
        return document.partial() ? "partial" : "article";
    }
}
