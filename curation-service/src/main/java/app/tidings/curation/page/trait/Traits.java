package app.tidings.curation.page.trait;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sort of thing a page says that it is.
 *
 * @param types of schema.org and OpenGraph, in lower case, such as {@code podcastepisode} and {@code video.other}; the most
 *     telling first
 * @param paper whether it says how it is to be cited, as scholarly papers do
 * @param length of the recording that it is about
 * @param answers how many it says that there are
 */
public record Traits(
        List<String> types,
        boolean paper,
        @Nullable Duration length,
        @Nullable Integer answers) {

    public static final Traits NONE = new Traits(List.of(), false, null, null);

    public Traits {
        types = List.copyOf(types);
    }
}
