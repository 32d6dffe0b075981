package app.tidings.curation.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.BadValue;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * Where a page of a list ends: the values by which its last item was sorted. What comes in before that place, or leaves,
 * moves nothing behind it. Callers send it back as it is.
 */
final class Cursor {

    private static final String PARTS = " ";
    private static final int PARTS_OF_ONE = 3;

    private Cursor() {}

    /** @param values those of the last item, its id at the end */
    static String of(Order order, List<Object> values) {
        if (order == Order.ID) {
            return ((BytesRef) values.getFirst()).utf8ToString();
        }
        var text = new StringBuilder(order.word());
        for (var value : values) {
            text.append(PARTS).append(value instanceof BytesRef id ? id.utf8ToString() : value.toString());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(UTF_8));
    }

    /** The values to go on behind. */
    static List<Object> values(Order order, String cursor) {
        if (order == Order.ID) {
            return List.of(new BytesRef(id(cursor)));
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(PARTS, -1);
            if (!parts[0].equals(order.word()) || parts.length != PARTS_OF_ONE) {
                throw new BadValue("cursor is of a list in another order; begin again without it");
            }
            return List.of(order.value(parts[1]), new BytesRef(parts[2]));
        } catch (BadValue e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadValue("cursor is not what a list gave as next", e);
        }
    }

    private static String id(String cursor) {
        if (cursor.indexOf(':') < 1) {
            throw new BadValue("cursor is of a list in another order; begin again without it");
        }
        return cursor;
    }
}
