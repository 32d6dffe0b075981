package app.tidings.ingest.rule;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.source.Source;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What rules look at: an entry as plain text of bounded length, nothing of it null. */
record Judged(String title, String address, String author, String text, String language) {

    private static final int MAX_TEXT = 20_000;
    private static final int MAX_LINE = 2_000;

    /** An entry of a source. */
    static Judged of(Source source, FeedEntry entry) {
        return new Judged(
                entry.title().plainTitle(MAX_LINE),
                cut(entry.address()),
                cut(entry.author() == null ? null : entry.author().plain()),
                entry.summary().plain(MAX_TEXT),
                cut(source.settings().language()));
    }

    private static String cut(@Nullable String text) {
        var whole = Objects.requireNonNullElse(text, "");
        return whole.substring(0, Math.min(MAX_LINE, whole.length()));
    }

    /** What stands in a field. */
    String of(Rule.Field field) {
        return switch (field) {
            case TITLE -> title;
            case ADDRESS -> address;
            case AUTHOR -> author;
            case TEXT -> text;
            case LANGUAGE -> language;
        };
    }
}
