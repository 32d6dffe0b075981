package app.tidings.curation.enrich;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Gets the page, if it is HTML and not too large; a page of a bot shield is as good as none. */
final class FetchPage implements Enricher {

    private static final long MAX_PAGE = 5L * 1024 * 1024;
    private static final Pattern SHIELD = Pattern.compile(
            "just a moment\\b.*|attention required!.*|access denied.*|(are you a )?robot( check)?|verify you are human.*"
                    + "|安全验证|百度安全验证|人机验证|访问验证|验证码|403 forbidden",
            Pattern.CASE_INSENSITIVE);

    private final SafeFetcher fetcher;

    FetchPage(SafeFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public void enrich(Draft draft) {
        var request = FetchRequest.get(draft.item().url())
                .accept("text/html", "application/xhtml+xml")
                .maxBytes(MAX_PAGE);
        switch (fetcher.fetch(request)) {
            case Answer answer when answer.isOk() -> read(draft, answer);
            case Answer answer -> missing(draft, "http-" + answer.status());
            case Failed failed ->
                missing(draft, failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static void read(Draft draft, Answer answer) {
        var bytes = answer.body().bytes();
        var address = answer.finalUrl().toString();
        var html = Jsoup.parse(new String(bytes, PageCharset.of(bytes, answer.charset())), address);
        if (SHIELD.matcher(html.title().strip()).matches()) {
            missing(draft, "shielded");
        } else if (HttpUrl.parse(address) instanceof Parsed.Good(var url)) {
            draft.page(new WebPage(url, html));
        }
    }

    private static void missing(Draft draft, String why) {
        draft.flag("no-page");
        draft.flag(why);
    }
}
