package app.tidings.render.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Our own words in one language; English where a language has no bundle. */
public final class Words {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Words ENGLISH = load("en");
    private static final Map<String, Words> BY_LANGUAGE = Map.of("zh", load("zh"), "en", ENGLISH);

    private final Locale locale;
    private final Map<Word, String> patterns;

    private Words(Locale locale, Map<Word, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** The words for a language tag; {@code zh-TW} has those of {@code zh}. */
    public static Words in(String language) {
        return BY_LANGUAGE.getOrDefault(primary(language), ENGLISH);
    }

    /** Whether it is a language tag as our addresses can hold it, such as {@code zh} or {@code pt-BR}. */
    public static boolean isLanguage(String tag) {
        return TAG.matcher(tag).matches();
    }

    /** The language of a tag without script and region. */
    public static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }

    /** What is said, the arguments put into their places. */
    public String say(Word word, Object... arguments) {
        return new MessageFormat(pattern(word), locale).format(arguments);
    }

    /** A date as people write it. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(pattern(Word.DATE), locale).format(date);
    }

    /** The name of a language. */
    public String nameOf(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(locale);
    }

    private String pattern(Word word) {
        var pattern = patterns.get(word);
        if (pattern == null) {
            throw new IllegalStateException("%s is not in the words of %s".formatted(word, locale));
        }
        return pattern;
    }

    static Properties bundle(String language) {
        var bundle = new Properties();
        var name = "words_%s.properties".formatted(language);
        try (var in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            bundle.load(new InputStreamReader(in, UTF_8));
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Words load(String language) {
        var patterns = new EnumMap<Word, String>(Word.class);
        bundle(language).forEach((key, pattern) -> patterns.put(Word.valueOf((String) key), (String) pattern));
        return new Words(Locale.forLanguageTag(language), patterns);
    }
}
