package app.tidings.contracts;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The guards that records of this module share: bad data dies at the door, with a message that names the field. */
final class Guard {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern LINK_ID = Pattern.compile("[a-z0-9-]{1,64}:[a-z2-7]{26}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Guard() {}

    static String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new BadValue(field + " is missing");
        }
        return value;
    }

    static String text(@Nullable String value, String field, int maxLength) {
        var text = text(value, field);
        if (text.length() > maxLength) {
            throw new BadValue("%s is longer than %d characters".formatted(field, maxLength));
        }
        return text;
    }

    static String slug(@Nullable String value, String field) {
        return matching(SLUG, value, field);
    }

    static String sha256(@Nullable String value, String field) {
        return matching(SHA_256, value, field);
    }

    static String linkId(@Nullable String value, String publicationId, String field) {
        var id = matching(LINK_ID, value, field);
        if (!Ids.publicationOf(id).equals(publicationId)) {
            throw new BadValue(field + " is that of another publication");
        }
        return id;
    }

    private static String matching(Pattern pattern, @Nullable String value, String field) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new BadValue("%s does not match %s".formatted(field, pattern));
        }
        return value;
    }

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new BadValue(field + " is missing");
        }
        return value;
    }

    static URI httpUrl(@Nullable URI value, String field) {
        var url = present(value, field);
        var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new BadValue(field + " is not an absolute http or https address");
        }
        return url;
    }

    static @Nullable URI httpUrlOrNull(@Nullable URI value, String field) {
        return value == null ? null : httpUrl(value, field);
    }

    static long positive(long value, String field) {
        if (value < 1) {
            throw new BadValue(field + " must be 1 or more");
        }
        return value;
    }

    static long notNegative(long value, String field) {
        if (value < 0) {
            throw new BadValue(field + " must be 0 or more");
        }
        return value;
    }

    /** A list that an older writer may have left out. */
    static <T> List<T> listOf(@Nullable List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }

    static <T> List<T> filledList(@Nullable List<T> value, String field) {
        if (value == null || value.isEmpty()) {
            throw new BadValue(field + " is empty");
        }
        return List.copyOf(value);
    }

    /** A map that an older writer may have left out. */
    static <T> Map<String, T> mapOf(@Nullable Map<String, T> value) {
        return value == null ? Map.of() : Map.copyOf(value);
    }
}
