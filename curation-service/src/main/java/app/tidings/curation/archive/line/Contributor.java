package app.tidings.curation.archive.line;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is thanked in a comment, as Chinese issues do it: {@code （@name 投稿）}, {@code （投稿自@name）}, {@code @name 投稿：} and their likes; in brackets
 * it may stand behind something else, such as stars.
 */
public final class Contributor {

    private static final String NAME = "([^@＠（）()、，,；;：:\\n]{1,60}?)";
    private static final String BEHIND = "[（(](?:[^（）()\\n]{0,40}[\\s，,、；;/|｜])?\\s*+";
    private static final String MORE = "\\s*+(?:(?:[、，,；;/|｜]|(?:和|与|及|[&＆])\\s*+[@＠])[^（）()\\n]{0,60}?)?";
    private static final List<Pattern> CREDITS = List.of(
            Pattern.compile(BEHIND + "(?:感谢|由|来自|来源)?\\s*+[@＠]\\s*+" + NAME + MORE
                    + "的?\\s*+(?:投稿|分享|推荐)\\s*+(?:[，,；;][^（）()\\n]{0,60})?[)）]"),
            Pattern.compile("(?i)[（(]\\s*+(?:投稿|分享|推荐)\\s*+(?:自|者|人|来自|by|from)\\s*+[:：]?\\s*+[@＠]?\\s*+" + NAME + MORE
                    + "[)）]"),
            Pattern.compile("(?i)" + BEHIND + "(?:投稿|(?:投稿|分享|推荐)\\s*+(?:自|者|人|来自|by|from))\\s*+[:：]?\\s*+[@＠]\\s*+"
                    + NAME + MORE + "[)）]"),
            Pattern.compile("[（(]\\s*+投稿\\s*+[:：]\\s*+" + NAME + MORE + "[)）]"),
            Pattern.compile("(?m)^[ \\t\\u3000]*+[@＠]\\s*+" + NAME + "\\s*+(?:投稿|分享)\\s*+[:：]"));

    private Contributor() {}

    /** The first one in a text without markup. */
    public static Optional<String> in(String plain) {
        return CREDITS.stream()
                .flatMap(credit -> credit.matcher(plain).results())
                .map(found -> found.group(1).strip())
                .filter(name -> !name.isEmpty() && !name.contains("/"))
                .findFirst();
    }
}
