package app.tidings.curation.archive.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A count of a repository's stars, as text tells it: {@code star 7K}, {@code 15K stars}, {@code star 数超过 10 万}. A year beside the word,
 * the stars of a hotel, and what somebody starred are none.
 *
 * @param raw as it is written
 * @param canonical whether the count follows the word, as it does at the end of a comment
 */
public record Stars(String raw, int value, boolean canonical) {

    private static final String COUNT =
            "(\\d{1,3}(?:,\\d{3})++(?!\\d)|\\d{1,3}(?:，\\d{3}){1,8}+(?=\\s*+[)）])|\\d++(?:\\.\\d++)?+)\\s*+([KkWwMm万千百]?+)(?![\\d年月日%％])";
    private static final String BETWEEN =
            "(?:\\s++|数量?|总数|已经?|超过?|多?达|有|近|破|突|约|高|为|到|了|是|将|获得?|接|竟|也|仅|只|才|快|增长?|涨|升|冲|[：:>~≈＞]){0,12}";
    private static final Pattern MENTION = Pattern.compile(
            "(?<![A-Za-z-])stars?(?![A-Za-z-]|\\s*+[了过])(" + BETWEEN + ")" + COUNT + "|(?<![\\d.,A-Za-z])" + COUNT
                    + "(\\s*+\\+?+\\s*+[多余来]?+\\s*+[个颗]?+\\s*+(?:的\\s*+)?+)(?:GitHub\\s*+)?+stars?(?![A-Za-z-])",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> UNITS =
            Map.of("", 1, "k", 1_000, "m", 1_000_000, "w", 10_000, "万", 10_000, "千", 1_000, "百", 100);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern RATING = Pattern.compile("[1-5]");

    /** All counts in a text, in their order. */
    public static List<Stars> in(String plain) {
        return MENTION.matcher(plain)
                .results()
                .filter(found -> isCount(found, plain))
                .flatMap(Stars::of)
                .toList();
    }

    /** A year or a few stars are a count where they are put in brackets, or something between says so. */
    private static boolean isCount(MatchResult found, String plain) {
        var behindWord = found.group(2) != null;
        var number = found.group(behindWord ? 2 : 4) + found.group(behindWord ? 3 : 5);
        var doubtful = YEAR.matcher(number).matches()
                || (!behindWord && RATING.matcher(number).matches());
        return !doubtful
                || !found.group(behindWord ? 1 : 6).isBlank()
                || "（(".contains(around(plain, found.start() - 1))
                || "）)".contains(around(plain, found.end()));
    }

    private static String around(String plain, int index) {
        return index < 0 || index >= plain.length() ? " " : plain.substring(index, index + 1);
    }

    private static Stream<Stars> of(MatchResult found) {
        var canonical = found.group(2) != null;
        var count = canonical ? found.group(2) : found.group(4);
        var unit = canonical ? found.group(3) : found.group(5);
        var value = new BigDecimal(count.replaceAll("[,，]", ""))
                .multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), 1)));
        return value.compareTo(MOST) > 0
                ? Stream.empty()
                : Stream.of(new Stars(
                        found.group().strip(),
                        value.intValue(),
                        canonical && found.group(1).isBlank()));
    }
}
