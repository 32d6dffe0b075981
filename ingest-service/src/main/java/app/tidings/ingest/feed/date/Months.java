package app.tidings.ingest.feed.date;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of months, whole or shortened: English ones, and those of other languages that feeds use. */
final class Months {

    private static final int SHORTEST = 3;
    private static final int TELLING = 4;

    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final List<String> CHINESE =
            List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月");

    private Months() {}

    /** The number of a month from 1; 0 if the word, in lower case, is the name of none. */
    static int number(String word) {
        if (word.endsWith("月")) {
            return 1 + CHINESE.indexOf(word);
        }
        if (word.length() < SHORTEST) {
            return 0;
        }
        for (var i = 0; i < ENGLISH.size(); i++) {
            if (ENGLISH.get(i).startsWith(word)) {
                return i + 1;
            }
        }
        return word.equals("sept") ? 9 : Foreign.number(word);
    }

    /** Read from the JDK's locales, and only when somebody needs them. */
    private static final class Foreign {

        private static final List<String> LANGUAGES = List.of(
                "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "el", "hu", "sv", "da", "nb", "fi", "tr", "ro",
                "cs");

        /** As in a date first, where some languages bend the name; then as it stands alone. */
        private static final List<TextStyle> STYLES =
                List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

        private static final Pattern MARKS = Pattern.compile("\\p{M}+");

        private static final NavigableMap<String, Integer> NAMES = names();

        static int number(String word) {
            var plain = plain(word);
            var exact = NAMES.get(plain);
            return exact != null ? exact : startingWith(plain.length() > TELLING ? plain.substring(0, TELLING) : plain);
        }

        /** The month of all names that start so, if they agree. */
        private static int startingWith(String start) {
            var months = NAMES.tailMap(start, true).entrySet().stream()
                    .takeWhile(name -> name.getKey().startsWith(start))
                    .map(name -> name.getValue())
                    .distinct()
                    .toList();
            return start.length() >= SHORTEST && months.size() == 1 ? months.getFirst() : 0;
        }

        private static NavigableMap<String, Integer> names() {
            // as Greek programs of the time of RSS shortened them
            var names = new TreeMap<String, Integer>();
            names.put("μαω", 3);
            names.put("ιον", 6);
            names.put("ιολ", 7);
            for (var style : STYLES) {
                LANGUAGES.forEach(language -> put(names, style, Locale.of(language)));
            }
            return names;
        }

        private static void put(NavigableMap<String, Integer> names, TextStyle style, Locale language) {
            for (var month : Month.values()) {
                var name = month.getDisplayName(style, language).toLowerCase(Locale.ROOT);
                names.putIfAbsent(plain(name), month.getValue());
            }
        }

        private static String plain(String name) {
            return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                    .replaceAll("")
                    .replace(".", "");
        }
    }
}
