package app.tidings.ingest.health;

import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.FeedSettings;

/** What people can do about a source that fails. */
final class Advice {

    private Advice() {}

    /** By the reason of the failure, as polls name it. */
    static String onFailure(String reason, ConnectorSettings asked) {
        return asked instanceof FeedSettings ? ofFeed(reason) : ofOther(reason);
    }

    private static String ofOther(String reason) {
        return switch (reason) {
            case "http-404" -> "correct the settings: what they name is not there, or is not open to all";
            case "http-410" -> "archive or remove it, or correct the settings";
            case "wrong-type" -> "correct the address: something of another kind stands there";
            case "unreadable" -> "check the settings; if they are right, the service has changed its answers: tell us";
            default -> ofFeed(reason);
        };
    }

    private static String ofFeed(String reason) {
        return switch (reason) {
            case "unknown-host" -> "check the address for a misspelling; the site may have given up its name";
            case "unreachable", "timeout", "too-slow", "protocol" ->
                "nothing, if it passes; else open the address in a browser, and ask its owner";
            case "tls" -> "open the address in a browser: its certificate may have run out; ask its owner";
            case "http-401", "http-402", "http-403", "login-page" ->
                "look for a feed that is open to all, or set a cookie or a header with which it lets us in";
            case "challenge" ->
                "ask its owner to let feed readers in, look for another address of the feed, or set a user agent or cookie";
            case "http-404" -> "look for the feed's new address on its site";
            case "http-410" -> "archive or remove it, or give it the feed's new address";
            case "http-429", "rate-limit" -> "nothing: we wait as long as it asks; a longer interval may help";
            case "html-page" -> "give it the address of the feed, which the page may name";
            case "other-document", "unreadable" -> "correct the address: what stands there is no feed";
            case "broken-feed", "own-entities" -> "tell its owner; until then nothing can be read";
            case "empty" -> "tell its owner, or look for another address of the feed";
            case "forbidden-address" ->
                "correct the address; those who run this installation may allow private ones (tidings.fetch.allowed-private)";
            case "bad-url", "bad-redirect", "too-many-redirects" -> "correct the address";
            case "nothing-matched", "no-links" -> "look at the page or document, and correct the selectors or paths";
            case "unexpected-content" ->
                "check the settings; if they are right, the service has changed its answers: tell us";
            case "bad-query" -> "correct the query";
            case "too-large" ->
                "ask its owner for a shorter one, or those who run this installation for a larger tidings.fetch.max-size";
            case "bad-credentials" -> "tell those who run this installation which setting is out of date";
            case "not-configured" -> "tell those who run this installation which setting is missing";
            case "robots" -> "respect it: look for a feed, or ask the owner of the site";
            case "defect" -> "tell those who run this installation; the service's log says more";
            default ->
                reason.startsWith("http-5")
                        ? "nothing, if it passes; else tell its owner"
                        : "open the address in a browser and see what it gives";
        };
    }
}
