package app.tidings.curation.duplicate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as the set of its runs of words, to tell how much of it is another's (Broder, 1997). Pure.
 *
 * @param hashes of the runs; none where the text is too short to say anything
 */
record Shingles(Set<Integer> hashes) {

    /** Words in a run; a Chinese sign is one. */
    private static final int RUN = 5;

    /** A shorter text is as likely a notice about cookies as the article. */
    private static final int FEWEST = 80;

    private static final int MOST_CHARACTERS = 50_000;
    private static final double SAME = 0.8;
    private static final double OTHER = 0.2;

    /** So much of the shorter text stands in the longer one where one of them was only cut off. */
    private static final double PART = 0.95;

    /** With twelve bands of five, a resemblance of 0.8 is found in 99 of 100 cases. */
    private static final int BANDS = 12;

    private static final int ROWS = 5;

    static Shingles of(@Nullable String text) {
        if (text == null) {
            return new Shingles(Set.of());
        }
        var bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        var words = words(bounded.toLowerCase(Locale.ROOT));
        var hashes = new HashSet<Integer>();
        for (var i = 0; i + RUN <= words.size(); i++) {
            hashes.add(words.subList(i, i + RUN).hashCode());
        }
        return new Shingles(hashes.size() < FEWEST ? Set.of() : hashes);
    }

    /** Runs of letters and numbers, and each Chinese sign by itself. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var first = text.codePointAt(at);
            var end = at + Character.charCount(first);
            if (isInWord(first)) {
                while (end < text.length() && isInWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                words.add(text.substring(at, end));
            } else if (Character.isIdeographic(first)) {
                words.add(text.substring(at, end));
            }
            at = end;
        }
        return words;
    }

    private static boolean isInWord(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                !Character.isIdeographic(sign);
            default -> Character.isLetter(sign) && !Character.isIdeographic(sign);
        };
    }

    /** Whether both texts are known and one is nearly the other. */
    boolean agree(Shingles other) {
        return known(other) && resemblance(other) >= SAME;
    }

    /** Whether both texts are known and have little in common, also where one is a part of the other. */
    boolean differ(Shingles other) {
        return known(other) && resemblance(other) < OTHER && containment(other) < PART;
    }

    /**
     * Short texts, of which two resembling ones nearly always share one, and others seldom do: bands of the least hashes under
     * many orders (Broder's min-wise independent permutations). None where the text is too short.
     */
    Stream<String> bands() {
        if (hashes.isEmpty()) {
            return Stream.empty();
        }
        var all = hashes.stream().mapToInt(Integer::intValue).toArray();
        return IntStream.range(0, BANDS)
                .mapToObj(band -> IntStream.range(band * ROWS, (band + 1) * ROWS)
                        .mapToObj(order -> String.valueOf(least(all, order)))
                        .collect(Collectors.joining(" ", band + ":", "")));
    }

    private static int least(int[] hashes, int order) {
        var least = Integer.MAX_VALUE;
        for (var each : hashes) {
            least = Math.min(least, mixed(each, order));
        }
        return least;
    }

    /** The last steps of MurmurHash3, which make of each order another. */
    private static int mixed(int hash, int order) {
        var mixed = hash ^ (order * 0x9e3779b9);
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    private boolean known(Shingles other) {
        return !hashes.isEmpty() && !other.hashes.isEmpty();
    }

    private double resemblance(Shingles other) {
        var common = common(other);
        return common / (double) (hashes.size() + other.hashes.size() - common);
    }

    private double containment(Shingles other) {
        return common(other) / (double) Math.min(hashes.size(), other.hashes.size());
    }

    private int common(Shingles other) {
        var isSmaller = hashes.size() < other.hashes.size();
        var smaller = isSmaller ? hashes : other.hashes;
        var larger = isSmaller ? other.hashes : hashes;
        return (int) smaller.stream().filter(larger::contains).count();
    }
}
