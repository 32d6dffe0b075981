package app.tidings.ingest.feed.page;

import java.util.regex.Pattern;

/** How HTML pages begin. */
public final class HtmlStart {

    private static final int HEAD = 2_000;

    private static final String BEFORE = "(?:<\\?xml[^>]*+>|<!--.{0,1500}?-->|\\s++)*+";

    /** The document type is no sign of a page where a template of one put it before a feed. */
    private static final Pattern BEGINNING = Pattern.compile(
            "\\A" + BEFORE + "<(?:!doctype\\s+html\\b(?![^>]*+>" + BEFORE
                    + "<(?:rss|feed|rdf:rdf)[\\s>])|(?:html|head|body)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HtmlStart() {}

    /** Whether a text begins as a page does, from a place on. */
    public static boolean isAt(String text, int from) {
        return BEGINNING
                .matcher(text)
                .region(from, Math.min(text.length(), from + HEAD))
                .find();
    }
}
