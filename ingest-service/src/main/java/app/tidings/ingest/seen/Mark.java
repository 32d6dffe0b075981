package app.tidings.ingest.seen;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.ingest.feed.FeedEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is remembered of an entry. Eight bytes of SHA-256 stand for a text, 0 for none.
 *
 * @param guid what the feed calls it
 * @param title in lower case
 * @param text what the feed says about it, without markup
 * @param date when it was published, in seconds since 1970; 0 where the feed does not say
 * @param raw changes when anything of the entry does
 * @param links the links that it led to, the newest last, at most {@link #MAX_LINKS}
 */
record Mark(long guid, long title, long text, long date, int raw, List<Long> links) {

    private static final int MAX_LINKS = 8;
    private static final int MAX_TITLE = 500;
    private static final int MAX_TEXT = 2_000;
    private static final int HEX_DIGITS = 16;

    /** Fewer bytes than these say too little to know an entry by. */
    private static final int TELLING = 24;

    Mark {
        links = List.copyOf(links);
    }

    /** Of an entry that led to these links. */
    static Mark of(FeedEntry entry, List<Long> links) {
        var date = entry.shownAt();
        return new Mark(
                hash(Objects.requireNonNullElse(entry.id(), "")),
                hash(title(entry)),
                hash(text(entry)),
                date == null ? 0 : date.getEpochSecond(),
                raw(entry),
                links);
    }

    static int raw(FeedEntry entry) {
        return Objects.hash(entry.id(), entry.title().raw(), entry.summary().raw(), entry.shownAt());
    }

    /** The same entry, as it is shown now, leading to one more link. */
    Mark shownAs(FeedEntry entry, long link) {
        var all = new ArrayList<>(links);
        if (!all.contains(link)) {
            all.add(link);
        }
        var newest = all.subList(Math.max(0, all.size() - MAX_LINKS), all.size());
        return raw == raw(entry) ? new Mark(guid, title, text, date, raw, newest) : of(entry, newest);
    }

    /** Whether an entry of the same guid is the same entry: feeds are known that use one guid for ever new things. */
    boolean agreesWith(Mark other) {
        if (text != 0 && text == other.text) {
            return true;
        }
        var silent = text == 0 || other.text == 0;
        var dated = date != 0 && other.date != 0;
        return title != 0 && title == other.title && silent && !(dated && date != other.date);
    }

    /** Whether an entry of the same title and text is the same entry, whatever it is called and wherever it leads. */
    boolean isSameMoment(Mark shown) {
        return shown.date == 0 || shown.date == date;
    }

    /** Whether title and text say enough to know the entry by. */
    static boolean isTelling(FeedEntry entry) {
        return (title(entry) + text(entry)).getBytes(UTF_8).length >= TELLING;
    }

    static long hash(String text) {
        return text.isEmpty() ? 0 : HexFormat.fromHexDigitsToLong(Ids.contentHash(text.getBytes(UTF_8)), 0, HEX_DIGITS);
    }

    private static String title(FeedEntry entry) {
        return entry.title().plainTitle(MAX_TITLE).toLowerCase(Locale.ROOT);
    }

    private static String text(FeedEntry entry) {
        return entry.summary().plain(MAX_TEXT);
    }
}
