package app.tidings.local.inspect.score;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** When two readers say the same, though not in the same signs. */
final class Alike {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("([a-zA-Z][\\w+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);

    private Alike() {}

    /** A field of text; null where it is none. */
    static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    /** Whether both say the same, markup and white space aside. */
    static boolean sameWords(@Nullable String one, @Nullable String other) {
        return Objects.equals(plain(one), plain(other));
    }

    /** Whether both are one address, the case of scheme and host aside. */
    static boolean sameAddress(@Nullable String one, @Nullable String other) {
        return Objects.equals(address(one), address(other));
    }

    private static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var untagged = TAG.matcher(Parser.unescapeEntities(text, false)).replaceAll("");
        var plain = Parser.unescapeEntities(untagged, false)
                .replaceAll("(?U)\\s+", " ")
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    private static @Nullable String address(@Nullable String text) {
        var plain = plain(text);
        var parts = ADDRESS.matcher(plain == null ? "" : plain);
        return parts.matches()
                ? "%s://%s%s"
                        .formatted(
                                parts.group(1).toLowerCase(Locale.ROOT),
                                parts.group(2).toLowerCase(Locale.ROOT),
                                parts.group(3).isEmpty() ? "/" : parts.group(3))
                : plain;
    }
}
