package app.tidings.curation.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What something is written in. A Chinese title may be full of English names and an English one may hold a Chinese name, so
 * signs are not just counted: what makes a sentence (particles, verbs, usual words) weighs more than what may be a name.
 *
 * @param script that carries the sentence; {@code HAN} stands for Chinese, Japanese and Korean, {@code COMMON} for none at all
 * @param pieces words, and runs of signs of Chinese, Japanese and Korean, in that script, words but abbreviations in lower case
 */
record Writing(UnicodeScript script, List<String> pieces) {

    /** So much of a text is enough to know, in characters. */
    private static final int MUCH = 4_000;

    /** What stands in them explains a word of the sentence around. */
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【][^()（）\\[\\]【】]*+[)）\\]】]");

    private static final String CODE_SIGNS = "{}()[]<>=;_/\\#$|*&";

    /** A line of which one sign in so many is one of code has no sentence. */
    private static final int MOSTLY_CODE = 10;

    /** No part of the word before it. */
    private static final String TRAILING = ".+_'’-";

    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}|I");

    /** What makes Chinese a sentence or a heading, and stands in few names; of Japanese all Hiragana do. */
    private static final String PARTICLES = "的了吗呢吧和与或及在是把被让给从对将用不";

    /** The same, in words of two signs. */
    private static final Set<String> USUAL = Set.of(("什么 怎么 怎样 如何 为何 "
                    + "使用 构建 实现 利用 基于 通过 关于 进行 支持 处理 学习 发布 教程 入门 指南 实战 实践 详解 解析 解读 精读 介绍 原理 分析 "
                    + "技巧 总结 笔记 区别 对比 比较 部署 安装 开发 设计 优化 工具 框架 项目 语言 编程 系列 方法 问题")
            .split(" "));

    private static final double SENTENCE = 2;
    private static final double LOWER_CASE = 0.5;
    private static final double CAPITALISED = 0.4;

    /** A run of so few signs amid words may be a name, and counts but half. */
    private static final int NAME = 4;

    private static final double HALF = 0.5;

    static Writing of(String text) {
        var much = text.length() > MUCH ? text.substring(0, MUCH) : text;
        var prose = much.lines().filter(line -> !isCode(line)).collect(Collectors.joining("\n"));
        var sentence =
                Heading.isLabelled(prose) ? prose : BRACKETS.matcher(prose).replaceAll(" ");
        return Stream.of(sentence, prose, much)
                .map(Writing::ofAll)
                .filter(writing -> writing.script != UnicodeScript.COMMON)
                .findFirst()
                .orElseGet(() -> new Writing(UnicodeScript.COMMON, List.of()));
    }

    private static boolean isCode(String line) {
        var signs = line.chars().filter(sign -> CODE_SIGNS.indexOf(sign) >= 0).count();
        return signs * MOSTLY_CODE > line.length();
    }

    private static Writing ofAll(String text) {
        var pieces = Piece.of(text);
        var weights = new EnumMap<UnicodeScript, Double>(UnicodeScript.class);
        for (var i = 0; i < pieces.size(); i++) {
            weights.merge(pieces.get(i).script(), weight(pieces, i), Double::sum);
        }
        if (weights.keySet().containsAll(Set.of(UnicodeScript.HAN, UnicodeScript.LATIN)) && Heading.isEastAsian(text)) {
            weights.keySet().retainAll(Set.of(UnicodeScript.HAN));
        }
        // a tie is not English's: the others do without usual words in a title
        var latin = weights.getOrDefault(UnicodeScript.LATIN, -1.0);
        var script = weights.entrySet().stream()
                .filter(each -> each.getValue() >= latin)
                .max(Map.Entry.<UnicodeScript, Double>comparingByValue()
                        .thenComparing(each -> each.getKey() != UnicodeScript.LATIN))
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        return new Writing(
                script,
                pieces.stream()
                        .filter(piece -> piece.script() == script)
                        .map(piece -> plain(piece.text()))
                        .toList());
    }

    /** In lower case, but for abbreviations: AI is not the Italian word. */
    private static String plain(String piece) {
        var end = piece.length();
        while (end > 0 && TRAILING.indexOf(piece.charAt(end - 1)) >= 0) {
            end--;
        }
        var word = piece.substring(0, end);
        return ABBREVIATION.matcher(word).matches()
                ? word
                : word.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static double weight(List<Piece> pieces, int i) {
        var piece = pieces.get(i).text();
        return switch (pieces.get(i).script()) {
            case HAN -> {
                var grammar = isGrammar(piece);
                var name = !grammar && piece.length() <= NAME && isWord(pieces, i - 1) && isWord(pieces, i + 1);
                var light = name || piece.codePoints().anyMatch(Writing::isKana);
                yield piece.length() * (light ? HALF : 1) + (grammar ? SENTENCE : 0);
            }
            case LATIN -> weight(piece);
            default -> 1;
        };
    }

    private static boolean isGrammar(String piece) {
        return piece.codePoints()
                        .anyMatch(sign ->
                                PARTICLES.indexOf(sign) >= 0 || UnicodeScript.of(sign) == UnicodeScript.HIRAGANA)
                || IntStream.rangeClosed(2, piece.length())
                        .anyMatch(end -> USUAL.contains(piece.substring(end - 2, end)));
    }

    /** Signs that take more of them to a word. */
    private static boolean isKana(int sign) {
        return switch (UnicodeScript.of(sign)) {
            case HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static boolean isWord(List<Piece> pieces, int i) {
        return i >= 0 && i < pieces.size() && pieces.get(i).script() == UnicodeScript.LATIN;
    }

    /** Names have capital letters inside, figures and signs; headlines capitalise all words. */
    private static double weight(String word) {
        var capital = Character.isUpperCase(word.charAt(0));
        if (!isPlain(word)) {
            return 0;
        }
        if (FunctionWords.has(word.toLowerCase(Locale.ROOT))) {
            return capital ? SENTENCE / 2 : SENTENCE;
        }
        return capital ? CAPITALISED : LOWER_CASE;
    }

    private static boolean isPlain(String word) {
        var first = Character.charCount(word.codePointAt(0));
        return word.substring(first)
                .codePoints()
                .allMatch(sign -> Character.getType(sign) == Character.LOWERCASE_LETTER
                        || sign == '\''
                        || sign == '’'
                        || Piece.isMark(sign));
    }
}
