package app.tidings.curation.language;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A Chinese title may say in a few signs what something English is, say a talk, whose name is a whole sentence and makes most of
 * the title. By where they stand, and by what they say, such signs are told from a Chinese name in an English title.
 */
final class Heading {

    /** A longer text is no title. */
    private static final int LENGTH = 200;

    /** In brackets before a title, what has been done with it. */
    private static final Pattern LABEL = Pattern.compile("\\s*+[\\[【(（]\\p{IsHan}{1,4}+[\\]】)）]");

    /** The marks of Chinese and Japanese sentences, which nobody writes between English words. */
    private static final String MARKS = "：，。？！；、｜";

    private static final String QUOTES = "\"”’」』》";

    /** Words for a kind of text, talk or edition end with these. */
    private static final String KINDS = "版译譯評评读讀感章稿课課讲講谈談坑";

    /** Such words, of two signs. */
    private static final Set<String> WORDS = Set.of(("中文 译文 譯文 翻译 翻譯 汉化 漢化 字幕 章节 踩坑 实录 回顾 链接 译本 譯本 全文 摘要 书摘 导读 導讀 心得 "
                    + "评论 评测 讨论 討論 访谈 专访 專訪 演讲 演講 视频 影片 播客 课程 教材 习题 答案 勘误 下载 推荐 推薦 上手 打卡 连载 文档 手册 "
                    + "源码 资料 资源 合集 报错 教程 入门 指南 实战 实践 详解 解析 解读 精读 介绍 原理 分析 技巧 总结 笔记 对比")
            .split(" "));

    private Heading() {}

    /** Whether a title begins with a few Chinese signs in brackets, such as {@code [译]}. */
    static boolean isLabelled(String title) {
        return title.length() < LENGTH && LABEL.matcher(title).lookingAt();
    }

    /** Whether the Chinese or Japanese signs of a title are its own, and not just a name in it. */
    static boolean isEastAsian(String title) {
        return title.length() < LENGTH && (hasMark(title) || endsWithKind(title) || isLabelled(title));
    }

    private static boolean hasMark(String title) {
        var before = ' ';
        for (var i = 0; i < title.length(); i++) {
            var sign = title.charAt(i);
            if ((MARKS.indexOf(sign) >= 0 && isLatin(before)) || (MARKS.indexOf(before) >= 0 && isLatin(sign))) {
                return true;
            }
            before = Character.isWhitespace(sign) ? before : sign;
        }
        return false;
    }

    /** Whether the last signs say what kind of thing it is that is named right before them. */
    private static boolean endsWithKind(String title) {
        var end = title.length();
        while (end > 0 && !Character.isLetterOrDigit(title.charAt(end - 1))) {
            end--;
        }
        var from = end;
        while (from > 0 && Piece.isEast(title.charAt(from - 1))) {
            from--;
        }
        var name = title.substring(0, from).stripTrailing();
        return isKind(title.substring(from, end)) && isName(name.substring(name.lastIndexOf(' ') + 1));
    }

    private static boolean isKind(String signs) {
        return (!signs.isEmpty() && KINDS.indexOf(signs.charAt(signs.length() - 1)) >= 0)
                || IntStream.rangeClosed(2, signs.length())
                        .anyMatch(end -> WORDS.contains(signs.substring(end - 2, end)));
    }

    /** Names are capitalised, quoted, or have figures; after another word something Chinese may be named. */
    private static boolean isName(String word) {
        return !word.isEmpty()
                && !Character.isLowerCase(word.charAt(0))
                && (isLatin(word.charAt(word.length() - 1)) || QUOTES.indexOf(word.charAt(word.length() - 1)) >= 0);
    }

    private static boolean isLatin(char sign) {
        return Character.isLetterOrDigit(sign) && !Piece.isEast(sign);
    }
}
