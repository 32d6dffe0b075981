package app.tidings.curation.duplicate;

import app.tidings.curation.text.PlainText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
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
record Title(List<List<String>> forms, List<List<String>> guesses, List<String> numbers, boolean isCut) {

    private static final int LONGEST = 500;
    private static final int MOST_SITE_WORDS = 10;
    private static final int MOST_AUTHOR_WORDS = 4;

    /** So many words of a title whose end is missing are enough to know it by. */
    private static final int FEWEST_OF_CUT = 8;

    private static final double LIKE = 0.8;

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[-–—·•»«/]+\\s+|\\s*[|]+\\s*|\\s*::+\\s*|(?<=[\\p{IsHan}!?。\"”)])\\s*[-_–—]+\\s*|_(?=\\p{IsHan})");

    /** Behind these there is a site's name, or a list of keywords. */
    private static final Pattern BAR = Pattern.compile("\\s*[|]+\\s*|(?<=[\\p{IsHan}!?。\"”)])_+|_(?=\\p{IsHan})");

    private static final Pattern PASSED_ON = Pattern.compile(
            "^\\s*(?:[\\[【(](?:译|转|转载|翻译|译文|原创|推荐|分享|精华|置顶|首发|译介)[\\]】)]|(?:转载|转|译|翻译)\\s*:|\\[(?:pdf|translated?|repost)])\\s*"
                    + "|\\s*[\\[【(](?:译|转|转载|翻译|译文|原创|首发|repost|crosspost|cross-post|pdf)[\\]】)]\\s*$");

    /** A label before the headline. */
    private static final Pattern LABEL = Pattern.compile("^\\s*(?:【[^】]{1,12}】|\\[[^\\]]{1,12}])\\s*");

    private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.)\\s*$");

    private static final Pattern WORD = Pattern.compile(
            "\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+(?:\\+\\+|#(?![\\p{L}\\p{N}]))?");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`´](?=\\p{L})");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d+|(?<=第)[一二三四五六七八九十百]+|(?<=\\()[一二三四五六七八九十上中下]{1,3}(?=\\))"
                    + "|[上中下](?=篇|集|部|卷)|(?<![\\p{L}\\p{N}])(?:ii|iii|iv|vi{1,3}|ix|two|three|four|five|six|seven|eight|nine|ten)(?![\\p{L}\\p{N}])");
    private static final Pattern SITE_LIKE = Pattern.compile(".*(?:blog|博客|社区|网|网站|论坛|频道|专栏|日报|晚报)|by .+");

    /** Reads a title that stood on a page whose site may be named there. */
    static Title of(String raw, Place place) {
        var text = plain(raw);
        var known = withoutSite(text, place::isNamed);
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
        return APOSTROPHE.matcher(narrow).replaceAll("");
    }

    private static List<List<String>> lists(String... texts) {
        return Stream.of(texts)
                .map(Title::words)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Cuts off the site's name behind or before the headline, as often as there is one. */
    private static String withoutSite(String text, Predicate<String> isNamed) {
        var left = text;
        while (true) {
            var separators = SEPARATOR.matcher(left).results().toList();
            if (separators.isEmpty()) {
                return left;
            }
            var first = separators.getFirst();
            var last = separators.getLast();
            if (last.start() > 0 && isSite(left.substring(last.end()), isNamed)) {
                left = left.substring(0, last.start());
            } else if (first.end() < left.length() && isSite(left.substring(0, first.start()), isNamed)) {
                left = left.substring(first.end());
            } else {
                return left;
            }
        }
    }

    private static boolean isSite(String part, Predicate<String> isNamed) {
        return isShort(part, MOST_SITE_WORDS)
                && (isNamed.test(part) || SITE_LIKE.matcher(part).matches());
    }

    private static boolean isShort(String part, int words) {
        return words(part).size() <= words && numbers(part).isEmpty();
    }

    /** Before the name of a site there is often that of the author. */
    private static String withoutAuthor(String text) {
        var separators = SEPARATOR.matcher(text).results().toList();
        return !separators.isEmpty()
                        && isShort(text.substring(separators.getLast().end()), MOST_AUTHOR_WORDS)
                ? text.substring(0, separators.getLast().start())
                : "";
    }

    private static List<List<String>> untilBars(String text) {
        return BAR.matcher(text)
                .results()
                .filter(bar -> numbers(text.substring(bar.end())).isEmpty())
                .map(bar -> words(text.substring(0, bar.start())))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** How much the words that both titles consist of say; 0 where the titles are not the same. */
    double weightOfSame(Title other) {
        return Stream.of(
                        shared(forms, other.forms),
                        shared(forms, other.guesses),
                        shared(guesses, other.forms),
                        cut(other),
                        other.cut(this))
                .flatMap(List::stream)
                .mapToDouble(UsualWords::weight)
                .max()
                .orElse(0);
    }

    private static List<List<String>> shared(List<List<String>> some, List<List<String>> others) {
        return some.stream().filter(others::contains).toList();
    }

    /** Our forms that the other's begin with, where our end is missing. */
    private List<List<String>> cut(Title other) {
        return forms.stream()
                .filter(each -> isCut && each.size() >= FEWEST_OF_CUT)
                .filter(each -> other.forms.stream()
                        .anyMatch(whole -> whole.size() >= each.size()
                                && whole.subList(0, each.size()).equals(each)))
                .toList();
    }

    /** How much the common words say where one title may be a form of the other: same numbers, nearly all words of one. */
    double weightOfLike(Title other) {
        var both = new ArrayList<>(shortest());
        var theirs = other.shortest();
        both.retainAll(theirs);
        return numbers.equals(other.numbers)
                        && both.size() >= LIKE * Math.min(shortest().size(), theirs.size())
                ? UsualWords.weight(both)
                : 0;
    }

    /** Whether one title may be a form of the other, however little it says. */
    boolean isLike(Title other) {
        var both = new ArrayList<>(shortest());
        var theirs = other.shortest();
        both.retainAll(theirs);
        return !contradicts(other)
                && !both.isEmpty()
                && both.size() >= LIKE * Math.min(shortest().size(), theirs.size());
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
        return shortest().stream().anyMatch(each -> Character.isIdeographic(each.codePointAt(0)));
    }

    private List<String> shortest() {
        return forms.isEmpty() ? List.of() : forms.getLast();
    }
}
