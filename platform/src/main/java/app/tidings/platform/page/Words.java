package app.tidings.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** What we say to people, in Chinese or English: {@code words_zh.properties} and {@code words_en.properties} beside a class. */
public final class Words {

    private final String language;
    private final Properties texts = new Properties();

    /** The words of both languages. */
    public record Bilingual(Words chinese, Words english) {

        /** The words that a reader of that language understands best. */
        public Words in(String language) {
            return language.toLowerCase(Locale.ROOT).startsWith("zh") ? chinese : english;
        }
    }

    private Words(Class<?> beside, String language) {
        this.language = language;
        try (var file = beside.getResourceAsStream("words_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no words in " + language);
            }
            texts.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the files that lie beside the class. */
    public static Bilingual beside(Class<?> type) {
        return new Bilingual(new Words(type, "zh"), new Words(type, "en"));
    }

    public String language() {
        return language;
    }

    boolean isChinese() {
        return language.equals("zh");
    }

    /** The text with its gaps filled. */
    public String get(String key, Object... values) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return MessageFormat.format(text, values);
    }

    /** The name of a language, for who reads this one. */
    public String nameOf(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(language));
    }

    /** Everything that there are words for. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
