package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.tidings.platform.fetch.Fetched.Answer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pages that stand in the way of what was asked for, known by their signs: checks for programs, and logins. */
final class InsteadOfFeed {

    private static final int LOOKED_AT = 64 * 1024;

    /** What the makers of such checks put into their pages, and hardly anybody else. */
    private static final Pattern CHALLENGE = Pattern.compile(
            "(?i)<title>\\s*just a moment|/cdn-cgi/challenge-platform/|cf[-_]chl|challenges\\.cloudflare\\.com"
                    + "|_incapsula_resource|captcha-delivery\\.com|px-captcha|aws-waf-token|awswafcaptcha"
                    + "|\\bid=[\"']?anubis|ddos-guard|<title>\\s*(?:attention required|ddos protection|access denied)");

    private static final Pattern PASSWORD =
            Pattern.compile("(?i)<input\\b[^>]{0,500}\\btype\\s*=\\s*[\"']?password\\b");
    private static final Pattern LOGIN_PATH =
            Pattern.compile("(?i)/(?:log-?in|sign-?in|signin|passport|sso|oauth2?|wp-login\\.php)(?:/|\\.|\\?|$)");

    private InsteadOfFeed() {}

    /** Whether the answer, of whatever status, is a check that is meant to keep programs out. */
    static boolean isChallenge(Answer answer) {
        return "challenge".equalsIgnoreCase(answer.header("cf-mitigated"))
                || CHALLENGE.matcher(head(answer)).find();
    }

    /** Why there is no feed in an answer that is a page; empty where it is just a page. */
    static Optional<Reading.Failed> page(Answer answer, Hints hints) {
        if (isChallenge(answer)) {
            return Optional.of(challenge(hints));
        }
        var path = answer.finalUrl().getPath();
        var sentToLogin = !answer.redirects().isEmpty()
                && path != null
                && LOGIN_PATH.matcher(path).find();
        return sentToLogin || PASSWORD.matcher(head(answer)).find()
                ? Optional.of(
                        new Reading.Failed("login-page", "the server asks for a login where the feed should be", hints))
                : Optional.empty();
    }

    static Reading.Failed challenge(Hints hints) {
        return new Reading.Failed(
                "challenge",
                "the server wants to see a person: it answers programs with a check, not with the feed",
                hints);
    }

    private static String head(Answer answer) {
        var bytes = answer.body().bytes();
        return new String(Arrays.copyOf(bytes, Math.min(LOOKED_AT, bytes.length)), ISO_8859_1);
    }
}
