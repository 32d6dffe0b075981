package app.tidings.curation.archive.line;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands behind a title to tell the language of the page, such as {@code （英文）}. Where there is none the language is not known: most
 * issues mark nothing.
 *
 * @param text as it is written, without its brackets
 */
public record LanguageMark(String text) {

    private static final String WORDS =
            "英文?|英語|英语|中英|英中|中译|中文?|中国語|中国语|日文?|日本語|日语|双语|EN|Eng|English|CN|ZH|Chinese|JA|Japanese";
    private static final Pattern AT_START = Pattern.compile(
            "^\\s*+[*_]{0,2}\\s*+[（(【\\[]\\s*(" + WORDS + ")\\s*[)）】\\]]\\s*[*_]{0,2}", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_END =
            Pattern.compile("(?<!\\s)\\s*+[（(【\\[]\\s*(" + WORDS + ")\\s*[)）】\\]]\\s*$", Pattern.CASE_INSENSITIVE);

    /** At the end of a title they are the second part of three, or a day. */
    private static final Set<String> PARTS = Set.of("中", "日");

    private static final Set<String> ENGLISH = Set.of("en", "eng", "english");
    private static final Set<String> CHINESE = Set.of("中", "中文", "中译", "中国語", "中国语", "cn", "zh", "chinese");
    private static final Set<String> JAPANESE = Set.of("日", "日文", "日语", "日本語", "ja", "japanese");

    /** A text and the mark that was beside it. */
    record Marked(Optional<LanguageMark> mark, String rest) {}

    static Marked atStart(String text) {
        var found = AT_START.matcher(text);
        return found.find()
                ? new Marked(Optional.of(new LanguageMark(found.group(1))), text.substring(found.end()))
                : new Marked(Optional.empty(), text);
    }

    static Marked atEnd(String text) {
        var found = AT_END.matcher(text);
        return found.find() && !PARTS.contains(found.group(1))
                ? new Marked(Optional.of(new LanguageMark(found.group(1))), text.substring(0, found.start()))
                : new Marked(Optional.empty(), text);
    }

    /** Whether it says that the page is in English, be it beside another language. */
    public boolean english() {
        return text.contains("英") || ENGLISH.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The language that it tells (BCP 47), {@code und} where it tells of several. */
    public String language() {
        var word = text.toLowerCase(Locale.ROOT);
        if (CHINESE.contains(word)) {
            return "zh";
        }
        if (JAPANESE.contains(word)) {
            return "ja";
        }
        return english() && !word.contains("中") ? "en" : "und";
    }
}
