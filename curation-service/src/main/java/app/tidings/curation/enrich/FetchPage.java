package app.tidings.curation.enrich;

import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.page.WebPage;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gets the page, if it is HTML and not too large; a page of a bot shield is as good as none. */
final class FetchPage implements Enricher {

    private static final long MAX_PAGE = 2L * 1024 * 1024;
    private static final Pattern SHIELD = Pattern.compile(
            "just a moment\\b.*|attention required!.*|access denied.*|(are you a )?robot( check)?|verify you are human.*"
                    + "|安全验证|百度安全验证|人机验证|访问验证|验证码|403 forbidden",
            Pattern.CASE_INSENSITIVE);

    private final SafeFetcher fetcher;

    FetchPage(SafeFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Asks the canonical address; the address as a source showed it where that one does not answer. */
    @Override
    public void enrich(Draft draft) {
        var canonical = fetch(draft.item().url(), draft.slot());
        if (canonical instanceof Answer answer && answer.isOk()) {
            read(draft, answer);
            return;
        }
        var shown = shownElsewhere(draft.item())
                .map(each -> fetch(each, draft.slot()))
                .orElse(canonical);
        if (shown instanceof Answer answer && answer.isOk()) {
            read(draft, answer);
            return;
        }
        missing(draft, flag(canonical));
        if (canonical.mayPass() || shown.mayPass()) {
            draft.later().want();
        }
    }

    private Fetched fetch(URI address, Slot slot) {
        return slot.fetch(
                fetcher,
                FetchRequest.get(address)
                        .accept("text/html", "application/xhtml+xml")
                        .maxBytes(MAX_PAGE));
    }

    /** Such as the plain http of a site that has no https. */
    private static Optional<URI> shownElsewhere(Item item) {
        return item.sighted().sightings().stream()
                .map(Sighting::shownUrl)
                .filter(shown -> !shown.equals(item.url()))
                .findFirst();
    }

    private static String flag(Fetched fetched) {
        return switch (fetched) {
            case Answer answer -> "http-" + answer.status();
            case Failed failed ->
                failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
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
