package app.tidings.ingest.feed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an entry.
 *
 * @param name null where the feed tells only an address of mail
 * @param mail for those who look into a feed: it is never shown to readers
 * @param written how the feed says it, in one line; {@code name (mail)} where it says the two apart
 * @param handedDown whether the feed says it of itself or of where an entry is from, and not of the entry
 */
public record FeedAuthor(@Nullable String name, @Nullable String mail, String written, boolean handedDown) {

    private static final int MAX_LENGTH = 500;
    private static final Pattern MAIL =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
    private static final String EDGES = " ()<>[],;\"";

    /** From one text such as {@code mail (name)}, {@code name <mail>} or a name; null for a blank one. */
    public static @Nullable FeedAuthor of(String text) {
        var written = new FeedText(text, false).plain(MAX_LENGTH);
        var plain = plain(written);
        if (plain.isEmpty()) {
            return null;
        }
        var mail = MAIL.matcher(plain);
        if (plain.indexOf('@') < 0 || !mail.find()) {
            return new FeedAuthor(plain, null, written, false);
        }
        var name = withoutEdges(plain.substring(0, mail.start()).replace("mailto:", "") + plain.substring(mail.end()));
        return new FeedAuthor(name.isEmpty() ? null : name, mail.group(), written, false);
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
        return new FeedAuthor(plain(called), written, "%s (%s)".formatted(called, written), false);
    }

    /** What is written, for rules and people: without the markup and the references to characters that many programs leave there. */
    public String plain() {
        return plain(written);
    }

    private static String plain(String written) {
        var marked = written.indexOf('<') >= 0 || written.indexOf('&') >= 0;
        return marked ? new FeedText(written, true).plainTitle(MAX_LENGTH) : written;
    }

    /** The same, for entries that name nobody themselves; null for nobody. */
    static @Nullable FeedAuthor forEntries(@Nullable FeedAuthor author) {
        return author == null ? null : new FeedAuthor(author.name, author.mail, author.written, true);
    }
}
