package app.tidings.ingest.feed.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of a date as it is written before the time: numbers, and perhaps a month's name.
 *
 * @param numbers as they are written, one to three
 * @param separator what stands behind the first number
 * @param month 0 where no name of one is there
 * @param halved whether it says which half of the day the time is in
 * @param afternoon whether that is the second
 */
record DayText(List<String> numbers, char separator, int month, boolean halved, boolean afternoon) {

    private static final Pattern PART = Pattern.compile("(\\d+)|(\\p{L}[\\p{L}\\p{M}']*)");

    /** Words that say nothing, and units of Chinese, Japanese and Korean dates. */
    private static final Set<String> FILLERS = Set.of(
            "st", "nd", "rd", "th", "of", "at", "de", "del", "den", "der", "um", "le", "t", "年", "月", "日", "년", "월",
            "일");

    private static final Set<String> FORENOON = Set.of("오전", "上午", "午前");
    private static final Set<String> AFTERNOON = Set.of("오후", "下午", "午後");

    /** Days of the week that may stand anywhere. */
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:星期|周|週|礼拜).|.요일|.曜日?");

    private static final int PIVOT = 90;

    /** Reads the text; nothing comes of one that has other words than a date has. */
    static Optional<DayText> read(String text) {
        var numbers = new ArrayList<String>();
        var words = new ArrayList<String>();
        var separator = ' ';
        var halved = false;
        var afternoon = false;
        var parts = PART.matcher(text);
        while (parts.find()) {
            if (parts.group(1) != null) {
                separator = numbers.isEmpty() && parts.end() < text.length() ? text.charAt(parts.end()) : separator;
                numbers.add(parts.group(1));
                continue;
            }
            var word = parts.group(2).toLowerCase(Locale.ROOT);
            halved |= FORENOON.contains(word) || AFTERNOON.contains(word);
            afternoon |= AFTERNOON.contains(word);
            if (isTelling(word)) {
                words.add(word);
            }
        }
        var month = month(words, startsWithWord(text));
        return numbers.isEmpty() || numbers.size() > 3 || month < 0
                ? Optional.empty()
                : Optional.of(new DayText(numbers, separator, month, halved, afternoon));
    }

    private static boolean isTelling(String word) {
        return !FILLERS.contains(word)
                && !FORENOON.contains(word)
                && !AFTERNOON.contains(word)
                && !WEEKDAY.matcher(word).matches();
    }

    private static boolean startsWithWord(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    /** The month that is named; 0 for none, -1 if there are words that no date has. A first word may be a weekday. */
    private static int month(List<String> words, boolean first) {
        var month = 0;
        for (var word : first ? words.subList(Math.min(1, words.size()), words.size()) : words) {
            var named = Months.number(word);
            if (named == 0 || month > 0) {
                return -1;
            }
            month = named;
        }
        return month == 0 && first && !words.isEmpty() ? Months.number(words.getFirst()) : month;
    }

    /** Whether the year is among the numbers. */
    boolean hasYear() {
        return month == 0 || numbers.size() > 1 || numbers.getFirst().length() == 4;
    }

    /**
     * The day that is meant; null for none.
     *
     * @param yearBehind the year where it stands elsewhere
     * @throws java.time.DateTimeException if there is no such day
     */
    @Nullable
    LocalDate date(@Nullable Integer yearBehind) {
        return month > 0
                ? named(yearBehind)
                : switch (numbers.size()) {
                    case 1 -> packed(numbers.getFirst());
                    case 2 -> two(numbers.getFirst(), numbers.getLast());
                    default -> three(numbers.get(0), numbers.get(1), numbers.get(2));
                };
    }

    private @Nullable LocalDate named(@Nullable Integer yearBehind) {
        var first = numbers.getFirst();
        var last = numbers.getLast();
        if (numbers.size() > 2) {
            return null;
        }
        if (numbers.size() == 1) {
            return yearBehind != null
                    ? LocalDate.of(yearBehind, month, number(first))
                    : first.length() == 4 ? day(first, month, 1) : null;
        }
        return first.length() > 2 ? day(first, month, number(last)) : day(last, month, number(first));
    }

    /** ISO 8601 without hyphens. */
    private static @Nullable LocalDate packed(String digits) {
        return switch (digits.length()) {
            case 4 -> day(digits, 1, 1);
            case 5 -> ordinal(digits.substring(0, 2), digits.substring(2));
            case 6 -> day(digits.substring(0, 2), number(digits.substring(2, 4)), number(digits.substring(4)));
            case 7 -> ordinal(digits.substring(0, 4), digits.substring(4));
            case 8 -> day(digits.substring(0, 4), number(digits.substring(4, 6)), number(digits.substring(6)));
            default -> null;
        };
    }

    private static @Nullable LocalDate two(String first, String second) {
        return second.length() == 3
                ? ordinal(first, second)
                : first.length() == 4 ? day(first, number(second), 1) : null;
    }

    private @Nullable LocalDate three(String first, String second, String third) {
        if (first.length() > 2 || (separator == '-' && third.length() <= 2) || separator == '年' || separator == '년') {
            return day(first, number(second), number(third));
        }
        var american = separator == '/' && number(first) <= 12;
        return american ? day(third, number(first), number(second)) : day(third, number(second), number(first));
    }

    private static @Nullable LocalDate day(String year, int month, int day) {
        var read = year(year);
        return read == 0 ? null : LocalDate.of(read, month, day);
    }

    private static @Nullable LocalDate ordinal(String year, String day) {
        var read = year(year);
        return read == 0 ? null : LocalDate.ofYearDay(read, number(day));
    }

    /** The year; 0 if it is none. In year 1 are the dates that programs write for none. */
    private static int year(String digits) {
        var year = number(digits);
        return switch (digits.length()) {
            case 2 -> year < PIVOT ? 2000 + year : 1900 + year;
            case 4 -> year == 1 ? 0 : year;
            default -> 0;
        };
    }

    /** Digits as a number; too many are no day, month or year. */
    private static int number(String digits) {
        return digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }
}
