package app.tidings.curation.duplicate;

import app.tidings.curation.text.PlainText;
import com.hankcs.hanlp.dictionary.ts.TraditionalChineseDictionary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A title, told apart from what sites write around it: their names, the words of those who pass an article on. Pure.
 *
 * @param forms the words of the title, as it stands and without what is known to be no part of it
 * @param guesses the words without what is likely to be no part of it; they count only where the other title stands so
 * @param numbers of parts, versions, years, in order
 * @param isCut whether the end is missing
 */
record Title(List<Phrase> forms, List<Phrase> guesses, List<String> numbers, boolean isCut) {

    private static final int LONGEST = 500;
    private static final int MOST_AUTHOR_WORDS = 4;

    /** So many words of a title whose end is missing are enough to know it by. */
    private static final int FEWEST_OF_CUT = 8;

    private static final int FEWEST_OF_ADDRESS = 3;

    private static final double LIKE = 0.8;

    private static final Phrase NOTHING = Phrase.of("");

    /** Behind these there is a site's name, or a list of keywords. */
    private static final Pattern BAR = Pattern.compile("\\s*[|]+\\s*|(?<=[\\p{IsHan}!?。\"”)])_+|_(?=\\p{IsHan})");

    /** Words of those who pass an article on, or praise it, or say what is added to it. */
    private static final String PRAISE =
            "(?:(?:强烈|建议|值得|推荐)?(?:收藏|推荐|阅读)|必[看读]|纯?干货|超详细|[超最]全|全网最全|万字长文|长文|多图(?:预警)?|图文"
                    + "|[附含](?:完整|全部)?(?:源码|代码|源代码|链接|下载(?:链接|地址)?|视频|案例|示例|资料|工具)|持续更新|更新中|精品|好文|分享)";

    private static final Pattern PASSED_ON = Pattern.compile("^\\s*(?:[\\[【(](?:译|转|转载|翻译|译文|原创|精华|置顶|首发|译介|" + PRAISE
            + ")[\\]】)]|(?:转载|转|译|翻译)\\s*:|\\[(?:pdf|translated?|repost)])\\s*"
            + "|(?:\\s*[\\[【(](?:译|转|转载|翻译|译文|原创|首发|repost|crosspost|cross-post|pdf|" + PRAISE
            + ")!*[\\]】)])+\\s*$|\\s*[,!。|]\\s*(?:建议|值得|推荐)收藏!*\\s*$");

    /** A label before the headline. */
    private static final Pattern LABEL = Pattern.compile("^\\s*(?:【[^】]{1,12}】|\\[[^\\]]{1,12}])\\s*");

    private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.)\\s*$");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`´](?=\\p{L})");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d+|(?<=第)[一二三四五六七八九十百]+|(?<=\\()[一二三四五六七八九十上中下]{1,3}(?=\\))"
                    + "|[上中下](?=篇|集|部|卷)|(?<![\\p{L}\\p{N}])(?:ii|iii|iv|vi{1,3}|ix|two|three|four|five|six|seven|eight|nine|ten)(?![\\p{L}\\p{N}])");

    /** Reads a title that stood on a page whose site may be named there. */
    static Title of(String raw, Place place) {
        var text = plain(raw);
        var known = place.siteName().cutOff(text);
        var bare = PASSED_ON.matcher(known).replaceAll("");
        var forms = lists(text, known, bare);
        var guesses = new ArrayList<>(
                lists(LABEL.matcher(bare).replaceFirst(""), known.equals(text) ? "" : withoutAuthor(bare)));
        guesses.addAll(untilBars(bare));
        guesses.removeAll(forms);
        return new Title(forms, guesses, numbers(bare), CUT.matcher(text).find());
    }

    private static String plain(String raw) {
        var line = Objects.requireNonNullElse(PlainText.line(raw, LONGEST), "");
        var narrow = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var simplified = narrow.codePoints().anyMatch(Character::isIdeographic)
                ? TraditionalChineseDictionary.convertToSimplifiedChinese(narrow)
                : narrow;
        return APOSTROPHE.matcher(simplified).replaceAll("");
    }

    private static List<Phrase> lists(String... texts) {
        return Stream.of(texts)
                .map(Phrase::of)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Phrase.number(found.group()))
                .toList();
    }

    static boolean isShort(String part, int words) {
        return Phrase.of(part).words().size() <= words && numbers(part).isEmpty();
    }

    /** Before the name of a site there is often that of the author. */
    private static String withoutAuthor(String text) {
        var separators = SiteName.SEPARATOR.matcher(text).results().toList();
        return !separators.isEmpty()
                        && isShort(text.substring(separators.getLast().end()), MOST_AUTHOR_WORDS)
                ? text.substring(0, separators.getLast().start())
                : "";
    }

    private static List<Phrase> untilBars(String text) {
        return BAR.matcher(text)
                .results()
                .filter(bar -> numbers(text.substring(bar.end())).isEmpty())
                .map(bar -> Phrase.of(text.substring(0, bar.start())))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** How much the words that both titles consist of say; 0 where the titles are not the same. */
    double weightOfSame(Title other) {
        return same(other, Phrase::weight);
    }

    /** How much those words set the titles apart from others'. */
    double distinctionOfSame(Title other) {
        return same(other, Phrase::distinction);
    }

    private double same(Title other, ToDoubleFunction<Phrase> measure) {
        return Stream.of(
                        shared(forms, other.forms),
                        shared(forms, other.guesses),
                        shared(guesses, other.forms),
                        cut(other),
                        other.cut(this))
                .flatMap(each -> each)
                .mapToDouble(measure)
                .max()
                .orElse(0);
    }

    /** The plainer one of two that are the same. */
    private static Stream<Phrase> shared(List<Phrase> some, List<Phrase> others) {
        return some.stream()
                .flatMap(ours -> others.stream()
                        .filter(ours::equals)
                        .map(theirs -> ours.weight() < theirs.weight() ? ours : theirs));
    }

    /** Our forms that the other's begin with, where our end is missing. */
    private Stream<Phrase> cut(Title other) {
        return forms.stream()
                .filter(each -> isCut && each.meaning().size() >= FEWEST_OF_CUT)
                .filter(each -> other.forms.stream().anyMatch(whole -> whole.startsWith(each)));
    }

    /** How much the common words say where one title may be a form of the other: same numbers, nearly all words of one. */
    double weightOfLike(Title other) {
        return mayBe(other) ? UsualWords.weight(common(other)) : 0;
    }

    /** How much those words set the titles apart from others'. */
    double distinctionOfLike(Title other) {
        return mayBe(other) ? UsualWords.distinction(common(other)) : 0;
    }

    private boolean mayBe(Title other) {
        return numbers.equals(other.numbers) && sharesMostWith(other);
    }

    /** Whether one title may be a form of the other, however little it says. */
    boolean isLike(Title other) {
        return !contradicts(other) && !common(other).isEmpty() && sharesMostWith(other);
    }

    private boolean sharesMostWith(Title other) {
        var shorter =
                Math.min(shortest().meaning().size(), other.shortest().meaning().size());
        return common(other).size() >= LIKE * shorter;
    }

    private List<String> common(Title other) {
        var both = new ArrayList<>(shortest().meaning());
        both.retainAll(other.shortest().meaning());
        return both;
    }

    /** Whether the words of an address are the title's, in its order, with others between. */
    boolean names(Phrase address) {
        return address.meaning().size() >= FEWEST_OF_ADDRESS && shortest().contains(address);
    }

    /** Whether they are half of the title, or more. */
    boolean namesInFull(Phrase address) {
        return names(address)
                && 2 * address.meaning().size() >= shortest().meaning().size();
    }

    /** Whether it is one in a row of articles that may all be called so. */
    boolean recurs() {
        return UsualWords.recurs(shortest().words());
    }

    /** Whether the titles speak of different numbers. */
    boolean contradicts(Title other) {
        return !numbers.isEmpty() && !other.numbers.isEmpty() && !numbers.equals(other.numbers);
    }

    /** Whether one is written in Chinese signs and the other without any, so that words cannot be compared. */
    boolean isInOtherScript(Title other) {
        return hasSigns() != other.hasSigns();
    }

    private boolean hasSigns() {
        return shortest().words().stream().anyMatch(each -> Character.isIdeographic(each.codePointAt(0)));
    }

    private Phrase shortest() {
        return forms.isEmpty() ? NOTHING : forms.getLast();
    }
}
