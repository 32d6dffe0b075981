package app.tidings.render.typeset;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import app.tidings.render.edition.Edition.Section;
import app.tidings.render.prose.ProseText;
import app.tidings.render.words.Word;
import app.tidings.render.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What an issue holds, as a sentence: {@code 本期分享了 12 篇文章，12 个开源项目，2 则音视频，全文 1877 字。} */
final class CountLine {

    private static final String IDEOGRAPH = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final String OTHER = "[\\p{L}\\p{N}&&[^%s]]+".formatted(IDEOGRAPH);
    private static final Pattern WORD = Pattern.compile("[%s]|%s(?:['’._-]%s)*".formatted(IDEOGRAPH, OTHER, OTHER));

    private static final Map<String, Word> BY_KIND = Map.of(
            "article", Word.COUNT_ARTICLE,
            "project", Word.COUNT_PROJECT,
            "audio", Word.COUNT_AUDIO,
            "discussion", Word.COUNT_DISCUSSION);

    private CountLine() {}

    /**
     * Counts what is printed.
     *
     * @param kinds the kind of each section, by its id
     */
    static String of(List<Section> sections, Map<String, String> kinds, boolean teaser, Words words) {
        Function<Section, Word> wordOf =
                section -> BY_KIND.getOrDefault(kinds.getOrDefault(section.id(), ""), Word.COUNT_OTHER);
        var entries = sections.stream()
                .flatMap(section -> section.entries().stream().map(_ -> wordOf.apply(section)))
                .collect(groupingBy(Function.identity(), LinkedHashMap::new, counting()));
        if (entries.isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        entries.forEach((word, count) -> parts.add(words.say(word, count)));
        var listed = listed(parts, words);
        return words.say(Word.COUNT, teaser ? listed : words.say(Word.COUNT_WORDS, listed, wordsIn(sections)));
    }

    private static String listed(List<String> parts, Words words) {
        var last = parts.removeLast();
        return parts.isEmpty()
                ? last
                : String.join(words.say(Word.SEPARATOR), parts) + words.say(Word.LAST_SEPARATOR) + last;
    }

    private static long wordsIn(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .mapToLong(entry -> words(entry.title()) + words(ProseText.words(entry.comment())))
                .sum();
    }

    /** Each Chinese or Japanese character counts as one word, so does a run of other letters and digits. */
    static long words(String text) {
        return WORD.matcher(text).results().count();
    }
}
