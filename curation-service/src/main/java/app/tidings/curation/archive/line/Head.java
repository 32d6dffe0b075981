package app.tidings.curation.archive.line;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of an item, its number taken off: a title with its address, the mark of a language, and what follows on the same line.
 * Words before the link belong to the title where they only lead to it; else they are the title, and the line is kept as text for its links.
 *
 * @param title plain
 * @param url none where the title is no link
 * @param led whether the link is not the first thing in the line
 * @param tail what follows title and mark, in Markdown
 */
public record Head(String title, @Nullable String url, boolean led, Optional<LanguageMark> mark, String tail) {

    /** Brackets that do not pair, which CommonMark takes for text. */
    private static final Pattern ODD_LINK = Pattern.compile(
            "^\\[(.+?)]\\(\\s*<?((?:https?:)?//[^\\s()<>]*(?:\\([^\\s()]*\\)[^\\s()<>]*){0,20})>?\\s*\\)");

    /** A short lead that ends in a sign which says that something follows. */
    private static final Pattern INTRODUCES = Pattern.compile(".{0,40}[:：《「『“\"|｜-]");

    /** Words in brackets, and signs that are no words. */
    private static final Pattern TAGS = Pattern.compile(
            "(?:【[^【】]{1,20}】|「[^「」]{1,20}」|『[^『』]{1,20}』|《[^《》]{1,20}》|\\[[^\\[\\]]{1,20}]|（[^（）]{1,20}）|\\([^()]{1,20}\\)|[\\p{So}\\p{Sk}\\p{Sm}\\p{Pd}•·|｜:：\\u200d\\ufe0f\\s]++){1,8}");

    private static final Pattern CLOSES = Pattern.compile("[》」』”\"]");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("(?:https?://|www\\.).*|链接|原文|网址|地址|传送门|link|url", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADS_ON = Pattern.compile("(?<![\\s:：（(<—–-])[\\s:：（(<—–-]++$");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern ENDS_LEAD = Pattern.compile("^\\s*+[）)>]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Reads what follows the number. */
    public static Head of(String rest) {
        var line = Markup.repaired(rest.strip());
        var odd = ODD_LINK.matcher(line);
        var address = Address.firstIn(line);
        if (odd.find() && (address.isEmpty() || isOdd(line, address.get()))) {
            return withTail(odd.group(1).replace("\\", ""), odd.group(2), false, line.substring(odd.end()));
        }
        return address.map(each -> linked(line, each)).orElseGet(() -> unlinked(line, ""));
    }

    /** Whether a line is an address alone, that of the title above it. */
    public static boolean isAddress(String line) {
        return Address.isAll(line);
    }

    public boolean isLinked() {
        return url != null;
    }

    /** Whether the link that CommonMark sees begins inside the one that was meant. */
    private static boolean isOdd(String line, Address address) {
        var before = line.substring(0, address.begin());
        return address.isBare() || count('[', before) > count(']', before);
    }

    private static long count(char sign, String text) {
        return text.chars().filter(each -> each == sign).count();
    }

    private static Head linked(String line, Address address) {
        var around = Around.of(line.substring(0, address.begin()), line.substring(address.end()));
        var lead = Markup.plain(around.before());
        if (lead.isEmpty()) {
            var image = around.before().strip();
            return withTail(address.text(), address.url(), false, around.after() + " " + image);
        }
        if (SAYS_NOTHING.matcher(address.text()).matches()) {
            return titled(line, lead, address, around.after());
        }
        var marked = LanguageMark.atStart(lead);
        var leads = TAGS.matcher(lead).matches() || INTRODUCES.matcher(lead).matches();
        return leads ? behind(marked, around, address) : unlinked(line, line);
    }

    private static Head behind(LanguageMark.Marked lead, Around around, Address address) {
        var tail = around.after();
        var closed = CLOSES.matcher(tail).lookingAt();
        var gap = Character.isWhitespace(around.before().charAt(around.before().length() - 1)) ? " " : "";
        var head = withTail(
                lead.rest() + gap + address.text() + (closed ? tail.substring(0, 1) : ""),
                address.url(),
                true,
                closed ? tail.substring(1) : tail);
        return new Head(head.title(), head.url(), true, head.mark().or(lead::mark), head.tail());
    }

    /** A link that says no more than that it is one is the address of the words before it. */
    private static Head titled(String line, String lead, Address address, String after) {
        var title = LEADS_ON.matcher(lead).replaceFirst("");
        if (title.isEmpty()) {
            return unlinked(line, line);
        }
        var bracketed = IN_BRACKETS.matcher(title);
        return withTail(
                bracketed.matches() ? bracketed.group(1) : title,
                address.url(),
                true,
                ENDS_LEAD.matcher(after).replaceFirst(""));
    }

    private static Head unlinked(String line, String tail) {
        var marked = LanguageMark.atEnd(Markup.plain(line));
        return new Head(oneLine(marked.rest()), null, false, marked.mark(), tail);
    }

    /** The mark stands behind the link, or by mistake at the end of its words. */
    private static Head withTail(String title, String url, boolean led, String tail) {
        var behind = LanguageMark.atStart(tail);
        var within = LanguageMark.atEnd(title);
        var inTitle = behind.mark().isEmpty() && within.mark().isPresent();
        return new Head(
                oneLine(inTitle ? within.rest() : title),
                Objects.requireNonNull(url).strip(),
                led,
                inTitle ? within.mark() : behind.mark(),
                behind.rest().strip());
    }

    private static String oneLine(String title) {
        return BLANKS.matcher(title).replaceAll(" ").strip();
    }

    /** What is before a link and behind it, without the signs that emphasise the link. */
    private record Around(String before, String after) {

        private static final Pattern OPENS = Pattern.compile("(?:\\*{1,3}|_{1,3}|~~|==)$");

        static Around of(String before, String after) {
            var opens = OPENS.matcher(before);
            if (!opens.find()) {
                return new Around(before, after);
            }
            var sign = opens.group();
            if (isClosed(before.substring(0, opens.start()), sign)) {
                return new Around(before, after);
            }
            var rest = after.startsWith(sign) ? after.substring(sign.length()) : closedLater(after, sign);
            return Around.of(before.substring(0, opens.start()), rest);
        }

        /** Whether the sign ends what began before. */
        private static boolean isClosed(String before, String sign) {
            return (before.length() - before.replace(sign, "").length()) / sign.length() % 2 == 1;
        }

        private static String closedLater(String after, String sign) {
            var close = after.indexOf(sign);
            return close < 0 ? after : after.substring(0, close) + after.substring(close + sign.length());
        }
    }
}
