package app.tidings.notify.subscriber;

import app.tidings.platform.token.SignedTokens;
import app.tidings.platform.token.TokenPurpose;
import app.tidings.platform.token.Verdict;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The links that readers get in mails: always under the configured address, each good for one purpose, one subscriber and
 * one publication.
 */
public final class ReaderLinks {

    private static final Duration CONFIRM = Duration.ofDays(3);
    private static final Duration PREFERENCES = Duration.ofDays(1);

    private final String base;
    private final SignedTokens tokens;

    /**
     * What a link says.
     *
     * @param mailing number of the mail that carried it, 0 where that does not matter
     */
    public record Claim(String subscriberId, String publicationId, int mailing) {

        String text() {
            return "%s:%s:%d".formatted(subscriberId, publicationId, mailing);
        }

        static Claim of(String text) {
            var parts = text.split(":", 3);
            return new Claim(parts[0], parts[1], Integer.parseInt(parts[2]));
        }
    }

    /** What a token is worth: a claim that holds, one whose time is over, or nothing. */
    public sealed interface Reading {

        record Good(Claim claim) implements Reading {}

        record Over(Claim claim) implements Reading {}

        record Bad() implements Reading {}
    }

    public ReaderLinks(URI publicUrl, SignedTokens tokens) {
        this.base = publicUrl.toString().replaceAll("/+$", "");
        this.tokens = tokens;
    }

    public String confirm(Claim claim) {
        return link("/subscribe/confirm", TokenPurpose.CONFIRM, claim, CONFIRM);
    }

    /** Never expires, so that it works in the oldest mail. */
    public String unsubscribe(Claim claim) {
        return link("/subscribe/unsubscribe", TokenPurpose.UNSUBSCRIBE, claim, null);
    }

    /** For a mail that was asked for just now. */
    public String preferences(Claim claim) {
        return link("/subscribe/preferences", TokenPurpose.PREFERENCES, claim, PREFERENCES);
    }

    /** For a mail that may be passed on: all it can do is ask for a fresh link. */
    public String askForPreferences(Claim claim) {
        return link("/subscribe/preferences", TokenPurpose.UNSUBSCRIBE, claim, null);
    }

    /** Where one may choose what to subscribe to, in the words of a language. */
    public String forms(String language) {
        return base + "/subscribe?lang=" + language;
    }

    /** The public form, in the words of a language. */
    public String form(String publicationId, String language) {
        return forms(language) + "&publication=" + publicationId;
    }

    public Reading read(TokenPurpose purpose, String token) {
        return switch (tokens.verify(purpose, token)) {
            case Verdict.Valid valid -> new Reading.Good(Claim.of(valid.subject()));
            case Verdict.Expired expired -> new Reading.Over(Claim.of(expired.subject()));
            case Verdict.Forged _ -> new Reading.Bad();
        };
    }

    private String link(String path, TokenPurpose purpose, Claim claim, @Nullable Duration lifetime) {
        return base + path + "?token=" + tokens.sign(purpose, claim.text(), lifetime);
    }
}
