package app.tidings.curation.language;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GEORGIAN;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.THAI;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of titles and texts as a primary subtag of BCP 47, such as {@code zh}; nothing where nothing tells. Evidence
 * counts in this order: what is written, where its signs or its most usual words are plain enough, the text before the title;
 * what is claimed about it, where that can be; and at last a guess by the few words there are. Claims come late, for pages
 * often claim what their template does. Simplified and traditional Chinese are one language here.
 */
public final class Language {

    /** A shorter text, in characters, says no more than its title does, and is judged together with it. */
    private static final int TEXT = 200;

    /** Fewer words may be just a name, which stands in any language. */
    private static final int SENTENCE = 2;

    /** Languages that are not written in Latin letters, by script; the first is the most likely. */
    private static final Map<UnicodeScript, List<String>> WRITTEN = Map.of(
            HAN, List.of("zh", "ja", "ko"),
            CYRILLIC, List.of("ru", "uk", "bg", "be", "kk", "mk", "mn"),
            ARABIC, List.of("ar", "fa", "ur"),
            DEVANAGARI, List.of("hi", "mr", "ne"),
            HEBREW, List.of("he", "yi"),
            GREEK, List.of("el"),
            THAI, List.of("th"),
            GEORGIAN, List.of("ka"),
            ARMENIAN, List.of("hy"));

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}([-_].*)?");

    private Language() {}

    /** Whether two tags of BCP 47 name one language, be it of different regions. */
    public static boolean same(String one, String other) {
        return subtag(one).equals(subtag(other));
    }

    private static String subtag(String tag) {
        return tag.split("[-_]", -1)[0];
    }

    /** The language of a title, or of any few words of which nothing else is known. */
    public static Optional<String> ofTitle(String title) {
        return of(title, null, List.of());
    }

    /**
     * The language of what is titled so.
     *
     * @param text as much of it as there is; it counts more than the title, which somebody may have translated
     * @param claims language tags that were stated for it, the most trusted first; what is no tag is passed over
     */
    public static Optional<String> of(String title, @Nullable String text, List<String> claims) {
        var writings = text != null && text.length() >= TEXT
                ? List.of(Writing.of(text), Writing.of(title))
                : List.of(Writing.of(text == null ? title : title + "\n" + text));
        var claimed = claims.stream().flatMap(Language::primary).toList();
        return Stream.<Supplier<Stream<String>>>of(
                        () -> writings.stream().flatMap(each -> plain(each, claimed).stream()),
                        () -> claimed.stream().filter(claim -> canBe(claim, writings.getFirst())),
                        () -> writings.stream().flatMap(each -> guess(each).stream()))
                .flatMap(Supplier::get)
                .findFirst();
    }

    private static Optional<String> plain(Writing writing, List<String> claimed) {
        return switch (writing.script()) {
            case HAN -> Optional.of(EastAsian.language(String.join("", writing.pieces()), claimed.contains("ja")));
            case LATIN, CYRILLIC -> FunctionWords.plain(writing.pieces(), claimed);
            default -> Optional.empty();
        };
    }

    private static boolean canBe(String claim, Writing writing) {
        var script = WRITTEN.keySet().stream()
                .filter(each -> languages(each).contains(claim))
                .findFirst()
                .orElse(LATIN);
        return writing.script() == COMMON || writing.script() == script || isName(writing);
    }

    private static boolean isName(Writing writing) {
        return writing.script() == LATIN && writing.pieces().size() < SENTENCE;
    }

    private static Optional<String> guess(Writing writing) {
        var usual = languages(writing.script()).stream().findFirst();
        return writing.script() == COMMON || isName(writing)
                ? Optional.empty()
                : FunctionWords.guess(writing.pieces()).or(() -> usual);
    }

    private static List<String> languages(UnicodeScript script) {
        return WRITTEN.getOrDefault(script, List.of());
    }

    private static Stream<String> primary(String claim) {
        var tag = claim.strip().toLowerCase(Locale.ROOT);
        return TAG.matcher(tag).matches() ? Stream.of(tag.split("[-_]", -1)[0]) : Stream.empty();
    }
}
