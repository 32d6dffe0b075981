package app.tidings.curation.archive;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which language an issue is written, by the script of its titles. */
final class Language {

    private static final double SOME = 0.05;
    private static final double MANY = 0.15;

    private Language() {}

    static String of(String title, ReadIssue.Body body) {
        var text = Stream.concat(
                        Stream.of(title, body.intro().plain()),
                        body.sections().stream()
                                .flatMap(section -> Stream.concat(
                                        Stream.of(section.name()),
                                        section.items().stream().map(PastIssue.Item::title))))
                .collect(Collectors.joining(" "));
        if (share(text, Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA) > SOME) {
            return "ja";
        }
        return share(text, Character.UnicodeScript.HAN) > MANY ? "zh" : "en";
    }

    private static double share(String text, Character.UnicodeScript... scripts) {
        var letters = text.codePoints().filter(Character::isLetter).toArray();
        var wanted = Set.of(scripts);
        var found = Arrays.stream(letters)
                .filter(letter -> wanted.contains(Character.UnicodeScript.of(letter)))
                .count();
        return letters.length == 0 ? 0 : (double) found / letters.length;
    }
}
