package app.tidings.curation.page.part;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of which one may be what a name means, with up to three words before it and any that say but where on the page, as in
 * {@code post-12-share-box}. They lie by how they begin, since most names are none of them: a single pattern of all would try
 * each of them at each word of a name.
 */
record Words(Map<String, Pattern> byBeginning) {

    private static final int BEGINNING = 2;
    private static final int MOST_BEFORE = 3;
    private static final String BEHIND =
            "(?:-\\d+)?(?:-(?:box|wrap|wrapper|container|list|area|block|bar|section|inner|outer|module|panel|item|items|group|row|links?|icons?|buttons?|btns?|top|bottom|left|right|content|header|title))*";

    /** Patterns, each of which begins with two letters that are meant as they stand. */
    static Words of(String... patterns) {
        return new Words(Stream.of(patterns)
                .collect(groupingBy(
                        pattern -> pattern.substring(0, BEGINNING),
                        collectingAndThen(joining("|", "(?:", ")" + BEHIND), Pattern::compile))));
    }

    /** Whether a name, in lower case with hyphens between its words, means one of them. */
    boolean are(String name) {
        var begin = 0;
        for (var before = 0; before <= MOST_BEFORE && begin >= 0; before++) {
            if (isOneFrom(name, begin)) {
                return true;
            }
            begin = behindWord(name, begin);
        }
        return false;
    }

    private boolean isOneFrom(String name, int begin) {
        if (begin + BEGINNING > name.length()) {
            return false;
        }
        var pattern = byBeginning.get(name.substring(begin, begin + BEGINNING));
        return pattern != null
                && pattern.matcher(name).region(begin, name.length()).matches();
    }

    /** Where the next word begins; negative where none does. */
    private static int behindWord(String name, int begin) {
        var end = begin;
        while (end < name.length() && isPlain(name.charAt(end))) {
            end++;
        }
        return end > begin && end < name.length() && name.charAt(end) == '-' ? end + 1 : -1;
    }

    private static boolean isPlain(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    }
}
