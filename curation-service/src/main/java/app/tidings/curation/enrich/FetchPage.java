package app.tidings.curation.enrich;

import app.tidings.contracts.Sighting;
import app.tidings.curation.enrich.FetchPage.Found.Html;
import app.tidings.curation.enrich.FetchPage.Found.Nothing;
import app.tidings.curation.enrich.FetchPage.Found.Paper;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.page.WebPage;
import app.tidings.curation.pdf.Pdf.Document;
import app.tidings.curation.pdf.PdfReader;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gets the page, if it is HTML and not too large, or the document in PDF that is there in its place; a page of a bot shield is as
 * good as none.
 */
final class FetchPage implements Enricher {

    private static final long MAX_PAGE = 2L * 1024 * 1024;
    private static final Pattern SHIELD = Pattern.compile(
            "just a moment\\b.*|attention required!.*|access denied.*|(are you a )?robot( check)?|verify you are human.*"
                    + "|安全验证|百度安全验证|人机验证|访问验证|验证码|403 forbidden",
            Pattern.CASE_INSENSITIVE);

    private final SafeFetcher fetcher;
    private final FetchPdf documents;

    /** What an address led to. */
    sealed interface Found {

        record Html(Answer answer) implements Found {}

        record Paper(URI where, Document document) implements Found {}

        /**
         * Nothing that can be read.
         *
         * @param why as a flag of quality
         * @param mayPass whether it may be there another time
         * @param pdf whether it is a document in PDF nevertheless
         */
        record Nothing(String why, boolean mayPass, boolean pdf) implements Found {}
    }

    FetchPage(SafeFetcher fetcher, PdfReader reader) {
        this.fetcher = fetcher;
        this.documents = new FetchPdf(fetcher, reader);
    }

    /** Asks the canonical address; the address as a source showed it where that one does not answer. */
    @Override
    public void enrich(Draft draft) {
        var missing = new ArrayList<Nothing>();
        for (var address : addresses(draft.item())) {
            switch (look(address, draft.slot())) {
                case Html(var answer) -> {
                    read(draft, answer);
                    return;
                }
                case Paper(var where, var document) -> {
                    draft.document(document, where);
                    return;
                }
                case Nothing nothing -> missing.add(nothing);
            }
        }
        missing(draft, missing.getFirst().why());
        if (missing.stream().anyMatch(Nothing::pdf)) {
            draft.unreadPdf();
        }
        if (missing.stream().anyMatch(Nothing::mayPass)) {
            draft.later().want();
        }
    }

    /** The page about a paper tells more than the paper; where another answers, the address as a source showed it is not asked. */
    static List<URI> addresses(Item item) {
        return Stream.of(PaperPage.of(item.url()), Optional.of(item.url()), shownElsewhere(item))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Such as the plain http of a site that has no https. */
    private static Optional<URI> shownElsewhere(Item item) {
        return item.sighted().sightings().stream()
                .map(Sighting::shownUrl)
                .filter(shown -> !shown.equals(item.url()))
                .findFirst();
    }

    private Found look(URI address, Slot slot) {
        var fetched = slot.fetch(
                fetcher,
                FetchRequest.get(address)
                        .accept("text/html", "application/xhtml+xml")
                        .maxBytes(MAX_PAGE));
        return switch (fetched) {
            case Answer answer when answer.isOk() -> new Html(answer);
            case Failed failed when failed.reason() == Reason.WRONG_TYPE -> documents.look(address, slot);
            case Answer _, Failed _ -> nothing(fetched, false);
        };
    }

    /** Why there is nothing. */
    static Nothing nothing(Fetched fetched, boolean pdf) {
        return new Nothing(fetched.word(), fetched.mayPass(), pdf);
    }

    private static void read(Draft draft, Answer answer) {
        var bytes = answer.body().bytes();
        var address = answer.finalUrl().toString();
        if (!(HttpUrl.parse(address) instanceof Parsed.Good(var url))) {
            return;
        }
        var page = WebPage.read(bytes, answer.charset(), url);
        if (SHIELD.matcher(page.html().title().strip()).matches()) {
            missing(draft, "shielded");
        } else {
            draft.page(page);
        }
    }

    private static void missing(Draft draft, String why) {
        draft.flag(Page.NONE);
        draft.flag(why);
    }
}
