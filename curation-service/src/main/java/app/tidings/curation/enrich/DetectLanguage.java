package app.tidings.curation.enrich;

import app.tidings.curation.item.Page;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The language of what is written. Decides by the characters first, for pages often claim what their template claims: a Han
 * character counts as much as a word of letters. The page's own claim decides where the characters leave it open.
 */
final class DetectLanguage implements Enricher {

    private static final int MUCH = 8_000;
    private static final double MOSTLY_HAN = 0.3;
    private static final double SOME_HAN = 0.1;
    private static final double SOME_KANA = 0.1;
    private static final double ENGLISH_WORDS = 0.12;
    private static final int FEW = 2;
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}([-_].*)?");
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}']+");

    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "in", "is", "that", "it", "for", "with", "as", "was", "on", "are", "this", "you",
            "be", "by", "from", "or", "an", "your", "we", "how", "at", "not", "can", "what", "why", "i", "a", "have");

    private static final Set<String> FOREIGN = Set.of(
            "de", "la", "el", "le", "les", "des", "du", "une", "et", "der", "die", "das", "und", "mit", "il", "di",
            "che", "para", "por", "con", "como", "que", "um", "uma", "och", "het", "een", "van", "se", "je");

    @Override
    public void enrich(Draft draft) {
        var language = of(draft.words(), draft.metadata().language());
        draft.language(language);
        if (language.equals(Page.UNKNOWN_LANGUAGE)) {
            draft.flag("no-language");
        }
    }

    /** The language of the text, {@code und} where nothing tells. */
    static String of(String text, @Nullable String claimed) {
        var count = Count.of(text.length() > MUCH ? text.substring(0, MUCH) : text);
        var claim = primary(claimed);
        if (count.hangul > count.han && count.hangul > count.words) {
            return "ko";
        }
        if (count.kana > SOME_KANA * (count.han + count.kana) && count.kana + count.han > count.words) {
            return "ja";
        }
        var han = count.hanShare();
        if (han >= MOSTLY_HAN || (han >= SOME_HAN && "zh".equals(claim))) {
            return "ja".equals(claim) ? "ja" : "zh";
        }
        return latin(count, claim);
    }

    private static String latin(Count count, @Nullable String claim) {
        if (count.words > 0 && count.english >= ENGLISH_WORDS * count.words) {
            return "en";
        }
        if (claim != null && !Set.of("zh", "ja", "ko").contains(claim)) {
            return claim;
        }
        // a title of a few plain words, none of them of another language's most usual ones, is most likely English
        return count.words >= FEW && count.foreign == 0 ? "en" : Page.UNKNOWN_LANGUAGE;
    }

    private static @Nullable String primary(@Nullable String claimed) {
        var tag = claimed == null ? "" : claimed.strip().toLowerCase(Locale.ROOT);
        return TAG.matcher(tag).matches() ? tag.split("[-_]", -1)[0] : null;
    }

    private record Count(int han, int kana, int hangul, int words, int english, int foreign) {

        static Count of(String text) {
            var han = 0;
            var kana = 0;
            var hangul = 0;
            for (var i = 0; i < text.length(); i++) {
                switch (Character.UnicodeScript.of(text.charAt(i))) {
                    case HAN -> han++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case HANGUL -> hangul++;
                    default -> {}
                }
            }
            var words = 0;
            var english = 0;
            var foreign = 0;
            var word = WORD.matcher(text);
            while (word.find()) {
                words++;
                var lower = word.group().toLowerCase(Locale.ROOT);
                english += ENGLISH.contains(lower) ? 1 : 0;
                foreign += FOREIGN.contains(lower) || !lower.chars().allMatch(each -> each < 0x80) ? 1 : 0;
            }
            return new Count(han, kana, hangul, words, english, foreign);
        }

        double hanShare() {
            return (double) han / Math.max(1, han + words);
        }
    }
}
