package app.tidings.curation.summary.model;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which names and numbers of a text another one does not hold. Names are words in Latin letters with a capital or a digit in
 * them, names of hosts, and what stands in title or quotation marks; numbers are compared by their value, so that {@code 1.2 万} is
 * {@code 12,000}. A name that was translated is missing as well: a person has to look. Pure.
 */
final class Grounding {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])\\d[\\d,]*(?:\\.\\d+)*(?:\\s?(?:万|亿|thousand|million|billion|[kKM](?!\\w)))?");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][\\w+#]*(?:[.'’-][\\w+#]+)*");
    private static final Pattern QUOTED = Pattern.compile("《([^》]{1,60})》|“([^”]{1,60})”|「([^」]{1,60})」");
    private static final Pattern HOST = Pattern.compile("[\\w-]{2,}(?:\\.[\\w-]{2,})+");
    private static final Pattern BEGINS = Pattern.compile("(?:^|[.!?:\\n。！？：]\\s*[\"“]?)$");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "万", new BigDecimal("1e4"),
            "亿", new BigDecimal("1e8"),
            "thousand", new BigDecimal("1e3"),
            "k", new BigDecimal("1e3"),
            "million", new BigDecimal("1e6"),
            "m", new BigDecimal("1e6"),
            "billion", new BigDecimal("1e9"));

    private Grounding() {}

    /** The offending words as they stand in the text, each once. */
    static List<String> missing(String text, String source) {
        var low = source.toLowerCase(Locale.ROOT);
        var words = new HashSet<String>();
        NAME.matcher(low).results().map(MatchResult::group).forEach(words::add);
        var values = new HashSet<String>();
        NUMBER.matcher(source).results().map(each -> value(each.group())).forEach(values::add);
        var numbers =
                NUMBER.matcher(text).results().map(MatchResult::group).filter(each -> !values.contains(value(each)));
        return Stream.of(numbers, names(text, low, words), quoted(text, low))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static Stream<String> names(String text, String low, Set<String> words) {
        return NAME.matcher(text)
                .results()
                .filter(each -> isName(each, text))
                .map(MatchResult::group)
                .filter(each -> !holds(each.toLowerCase(Locale.ROOT), low, words));
    }

    private static boolean holds(String name, String low, Set<String> words) {
        var bare = name.replaceFirst("['’]s$", "");
        return words.contains(name) || words.contains(bare) || (bare.matches(".*[.+#'’-].*") && low.contains(bare));
    }

    /** In English the first word of a sentence has its capital from there, unless it has another one. */
    private static boolean isName(MatchResult word, String text) {
        var inner = word.group().substring(1);
        if (inner.chars().anyMatch(each -> Character.isUpperCase(each) || Character.isDigit(each))
                || HOST.matcher(word.group()).matches()) {
            return true;
        }
        return Character.isUpperCase(word.group().charAt(0))
                && !inner.isEmpty()
                && (text.codePoints().anyMatch(Character::isIdeographic)
                        || !BEGINS.matcher(text.substring(Math.max(0, word.start() - 4), word.start()))
                                .find());
    }

    private static Stream<String> quoted(String text, String low) {
        return QUOTED.matcher(text)
                .results()
                .map(each -> Stream.of(each.group(1), each.group(2), each.group(3))
                        .filter(group -> group != null)
                        .findFirst()
                        .orElse(""))
                .filter(each -> each.codePoints().anyMatch(Character::isIdeographic))
                .filter(each -> !low.contains(each.toLowerCase(Locale.ROOT)));
    }

    private static String value(String number) {
        var plain = number.replace(",", "").strip().toLowerCase(Locale.ROOT);
        var digits = plain.replaceFirst("[^\\d.]+$", "").strip();
        var unit = UNITS.getOrDefault(plain.substring(digits.length()).strip(), BigDecimal.ONE);
        return digits.chars().filter(each -> each == '.').count() > 1
                ? digits
                : new BigDecimal(digits).multiply(unit).stripTrailingZeros().toPlainString();
    }
}
