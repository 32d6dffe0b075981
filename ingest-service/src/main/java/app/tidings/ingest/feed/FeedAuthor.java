package app.tidings.ingest.feed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an entry.
 *
 * @param name null where the feed tells only an address of mail
 * @param mail for those who look into a feed: it is never shown to readers
 * @param written how the feed says it, in one line; {@code name (mail)} where it says the two apart
 */
public record FeedAuthor(@Nullable String name, @Nullable String mail, String written) {

    private static final int MAX_LENGTH = 500;
    private static final Pattern MAIL =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
    private static final String EDGES = " ()<>[],;\"";

    /** From one text such as {@code mail (name)}, {@code name <mail>} or a name; null for a blank one. */
    public static @Nullable FeedAuthor of(String text) {
        var written = new FeedText(text, false).plain(MAX_LENGTH);
        if (written.isEmpty()) {
            return null;
        }
        var mail = MAIL.matcher(written);
        if (!mail.find()) {
            return new FeedAuthor(written, null, written);
        }
        var name =
                withoutEdges(written.substring(0, mail.start()).replace("mailto:", "") + written.substring(mail.end()));
        return new FeedAuthor(name.isEmpty() ? null : name, mail.group(), written);
    }

    private static String withoutEdges(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** From name and mail that stand in elements of their own; null where both are blank. */
    static @Nullable FeedAuthor of(String name, String mail) {
        var called = new FeedText(name, false).plain(MAX_LENGTH);
        var written = new FeedText(mail, false).plain(MAX_LENGTH);
        if (called.isEmpty() || written.isEmpty()) {
            return of(called + written);
        }
        return new FeedAuthor(called, written, "%s (%s)".formatted(called, written));
    }
}
