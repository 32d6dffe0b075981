package app.tidings.bench.search;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented words of a language, a few of which are frequent and most of which are rare, as in real text (Zipf). The same seed
 * gives the same words and the same texts.
 */
public final class Vocabulary {

    private static final String SYLLABLES = "ka lo mi ter sen du ra vo ni pel sho gra bit tun flo el ar in os ux";
    private static final int HAN = 0x4e00;
    private static final int USUAL_HAN = 3_000;

    private final List<String> words;
    private final String between;
    private final Random random;

    private Vocabulary(List<String> words, String between, Random random) {
        this.words = words;
        this.between = between;
        this.random = random;
    }

    /** Words of two to four syllables. */
    public static Vocabulary english(int size, long seed) {
        var random = new Random(seed);
        var syllables = SYLLABLES.split(" ", -1);
        var words = Stream.generate(() -> IntStream.range(0, 2 + random.nextInt(3))
                        .mapToObj(_ -> syllables[random.nextInt(syllables.length)])
                        .collect(Collectors.joining()))
                .distinct()
                .limit(size)
                .toList();
        return new Vocabulary(words, " ", random);
    }

    /** Words of two or three characters. */
    public static Vocabulary chinese(int size, long seed) {
        var random = new Random(seed);
        var words = Stream.generate(() -> IntStream.range(0, 2 + random.nextInt(2))
                        .mapToObj(_ -> Character.toString(HAN + random.nextInt(USUAL_HAN)))
                        .collect(Collectors.joining()))
                .distinct()
                .limit(size)
                .toList();
        return new Vocabulary(words, "", random);
    }

    /** The same words, drawn by another seed. */
    public Vocabulary drawnBy(long seed) {
        return new Vocabulary(words, between, new Random(seed));
    }

    /** The word of a rank is as frequent as the rank is small. */
    public String word() {
        return words.get((int) (Math.pow(words.size(), random.nextDouble()) - 1));
    }

    /** So many words, in sentences of twelve. */
    public String text(int length) {
        var stop = between.isEmpty() ? "。" : ". ";
        return IntStream.range(0, length)
                .mapToObj(each -> (each % 12 == 0 ? capital(word()) : word()) + (each % 12 == 11 ? stop : between))
                .collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
