package app.tidings.ingest.connector;

import app.tidings.contracts.Ids;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;

/** Asks for content only if it changed, and has it read only if it did. */
final class ConditionalRead {

    private static final String NEVER_ASKED =
            "the server says that nothing changed (304), though we did not say what we have";

    private ConditionalRead() {}

    /** Reads the content of a good answer that is another than the last. */
    @FunctionalInterface
    interface Reader {
        Reading read(Answer answer, Validators validators, Hints hints);
    }

    /** Fetches; whatever is no new content is answered here. */
    static Reading of(FetchRequest plain, Ask ask, Reader reader) {
        var request = ask.ifChanged(plain);
        return switch (ask.fetch(request)) {
            case Fetched.Failed failure -> Reading.Failed.of(failure);
            case Answer same
            when same.isNotModified() && isConditional(request) ->
                new Reading.Unchanged(ask.last(), Hints.of(same, ask.now()));
            case Answer same
            when same.isNotModified() -> new Reading.Failed("protocol", NEVER_ASKED, Hints.of(same, ask.now()));
            case Answer refusal
            when !refusal.isOk() ->
                InsteadOfFeed.isChallenge(refusal)
                        ? InsteadOfFeed.challenge(Hints.of(refusal, ask.now()))
                        : Reading.Failed.of(refusal, ask.now());
            case Answer full -> changed(full, ask, reader);
        };
    }

    private static boolean isConditional(FetchRequest request) {
        return request.headers().containsKey("if-none-match")
                || request.headers().containsKey("if-modified-since");
    }

    private static Reading changed(Answer answer, Ask ask, Reader reader) {
        var hints = Hints.of(answer, ask.now());
        var hash = Ids.contentHash(answer.body().bytes());
        var validators = new Validators(answer.header("etag"), answer.header("last-modified"), hash);
        return hash.equals(ask.last().bodyHash())
                ? new Reading.Unchanged(validators, hints)
                : reader.read(answer, validators, hints);
    }

    /** The address that answered, against which references in the content are meant. */
    static HttpUrl base(Answer answer) {
        return switch (HttpUrl.parse(answer.finalUrl().toString())) {
            case HttpUrl.Parsed.Good(var url) -> url;
            case HttpUrl.Parsed.Bad(var reason) ->
                throw new IllegalStateException("content was fetched at an address that " + reason);
        };
    }
}
