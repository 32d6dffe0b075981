package app.tidings.curation.linkcheck;

import app.tidings.curation.linkcheck.CheckedLink.Verdict;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for one link: by HEAD, and where that is not answered well by a GET of little, for many servers know no HEAD. */
final class CheckLink {

    private static final long LITTLE = 256L * 1024;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> NOT_FOR_PROGRAMS = Set.of(401, 402, 403, 405, 406, 429, 451, 999);

    /** Of these, another method brings no other answer. */
    private static final Set<Reason> FINAL = Set.of(
            Reason.UNKNOWN_HOST,
            Reason.TLS,
            Reason.TIMEOUT,
            Reason.BAD_URL,
            Reason.FORBIDDEN_ADDRESS,
            Reason.TOO_MANY_REDIRECTS);

    private static final Set<Reason> DEAD =
            Set.of(Reason.UNKNOWN_HOST, Reason.TLS, Reason.BAD_URL, Reason.TOO_MANY_REDIRECTS, Reason.BAD_REDIRECT);

    private final SafeFetcher fetcher;
    private final InstantSource clock;

    CheckLink(SafeFetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    CheckedLink run(URI url) {
        var head = fetcher.fetch(FetchRequest.head(url));
        var settled = switch (head) {
            case Answer answer -> answer.isOk();
            case Failed failed -> FINAL.contains(failed.reason());
        };
        return judged(url, settled ? head : fetcher.fetch(FetchRequest.get(url).maxBytes(LITTLE)));
    }

    /** A link that nobody had the time to ask for. */
    CheckedLink unknown(URI url) {
        return link(url, Verdict.UNKNOWN, null, "does not answer in time");
    }

    private CheckedLink judged(URI url, Fetched fetched) {
        return switch (fetched) {
            case Answer answer -> judged(url, answer);
            case Failed failed when failed.reason() == Reason.TOO_LARGE -> link(url, Verdict.OK, null, null);
            case Failed(var reason, var detail) ->
                link(url, DEAD.contains(reason) ? Verdict.DEAD : Verdict.UNKNOWN, null, "fails: " + detail);
        };
    }

    private CheckedLink judged(URI url, Answer answer) {
        if (!answer.isOk()) {
            return link(url, verdict(answer.status()), null, "answers " + answer.status());
        }
        if (isFrontPage(answer.finalUrl()) && !isFrontPage(url)) {
            return link(url, Verdict.FRONT_PAGE, answer.finalUrl(), "leads to the front page of its site");
        }
        return answer.movedTo() == null || answer.movedTo().equals(url)
                ? link(url, Verdict.OK, answer.redirects().isEmpty() ? null : answer.finalUrl(), null)
                : link(url, Verdict.MOVED, answer.movedTo(), "moved for good");
    }

    private static Verdict verdict(int status) {
        if (GONE.contains(status)) {
            return Verdict.DEAD;
        }
        return NOT_FOR_PROGRAMS.contains(status) ? Verdict.REFUSED : Verdict.UNKNOWN;
    }

    private static boolean isFrontPage(URI url) {
        var path = url.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/")) && url.getRawQuery() == null;
    }

    private CheckedLink link(URI url, Verdict verdict, @Nullable URI target, @Nullable String detail) {
        return new CheckedLink(url, verdict, target, detail, clock.instant());
    }
}
