package app.tidings.curation.page.metadata.author;

import app.tidings.curation.text.Blanks;
import app.tidings.curation.text.PlainText;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names in what pages state as authors, without what stands around them. Pure. */
public final class AuthorNames {

    private static final int MAX = 200;
    private static final int MAX_NAME = 60;
    private static final int MOST = 5;
    /** Signs that are looked at. */
    private static final int LONGEST = 2_000;

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,，;；、]|\\band\\b)\\s*");

    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:by|words by|written by|posted by|author|von|par|por)\\b[:\\s]*|(?:\\S{0,6})记者[:：\\s]*|(?:原创|主)?作者[:：\\s]*|文\\s*[/|｜丨:：]\\s*|撰文\\s*[/|｜丨:：]?\\s*){1,5}+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile(
            "\\s*(?:\\||·|•|\\bon (?:\\w+ )?\\d|\\d{4}[-年/]|(?:[,(]\\s*)?@\\w+|,?\\s*\\b(?:updated|published|posted)\\b|\\s关注).*$",
            Pattern.CASE_INSENSITIVE);

    /** In brackets behind a name, some with the sign spelled out. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\s*[<(\\[][^<>()\\[\\]]{0,80}(?:@|\\bat\\b)[^<>()\\[\\]]{0,80}[>)\\]]");

    private static final Pattern NOBODY = Pattern.compile(
            "https?:.*|www\\..*|@.*|\\S+@\\S+|\\d+|(?:admin|administrator|author|editor|unknown|anonymous|none|null|undefined|guest|root|user|webmaster|name|email|佚名|未知|匿名|匿名用户|原创|转载|网络|\\?+)",
            Pattern.CASE_INSENSITIVE);

    private AuthorNames() {}

    /** The names with commas between; null where there are none. */
    public static @Nullable String of(String stated) {
        return inLine(Blanks.collapsed(stated));
    }

    /** The names in the first line that has some, for more about their bearers may follow. */
    static @Nullable String ofFirst(String lines) {
        return lines.lines()
                .map(AuthorNames::inLine)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String inLine(String line) {
        var stated = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        var names = BETWEEN.splitAsStream(ADDRESS.matcher(stated).replaceAll("").strip())
                .filter(name -> !NOBODY.matcher(name).matches())
                .map(name -> BEHIND.matcher(BEFORE.matcher(name.strip()).replaceFirst(""))
                        .replaceFirst("")
                        .strip())
                .filter(AuthorNames::isName)
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(", "));
        return PlainText.line(names, MAX);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && !NOBODY.matcher(name).matches();
    }
}
