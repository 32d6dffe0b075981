package app.tidings.ingest.feed.date;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private Months() {}

    /** The number of a month from 1; 0 if the word, in lower case, is the name of none. */
    static int number(String word) {
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
                "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "el", "hu", "sv", "da", "nb", "fi", "tr", "ro");

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
            for (var language : LANGUAGES) {
                var symbols = DateFormatSymbols.getInstance(Locale.of(language));
                Stream.of(symbols.getMonths(), symbols.getShortMonths()).forEach(each -> put(names, each));
            }
            return names;
        }

        private static void put(NavigableMap<String, Integer> names, String[] months) {
            for (var i = 0; i < ENGLISH.size(); i++) {
                names.putIfAbsent(plain(months[i].toLowerCase(Locale.ROOT)), i + 1);
            }
        }

        private static String plain(String name) {
            return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                    .replaceAll("")
                    .replace(".", "");
        }
    }
}
