package app.tidings.curation.approval;

import org.jspecify.annotations.Nullable;

/**
 * Something about an issue that an editor should know before it goes out.
 *
 * @param blocks whether it must not go out like that
 * @param code short and stable, such as {@code no-comment}
 * @param itemId the entry that it is about; none: the issue as a whole
 * @param text what is the matter and what to do
 */
public record Finding(boolean blocks, String code, @Nullable String itemId, String text) {

    static Finding blocking(String code, @Nullable String itemId, String text) {
        return new Finding(true, code, itemId, text);
    }

    static Finding warning(String code, @Nullable String itemId, String text) {
        return new Finding(false, code, itemId, text);
    }
}
