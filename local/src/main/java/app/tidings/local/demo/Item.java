package app.tidings.local.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item as curation's API shows it, as far as the demo cares. */
record Item(
        String id,
        long version,
        String state,
        URI url,
        String title,
        String kind,
        String language,
        @Nullable Integer stars,
        List<Source> sources,
        Map<String, Text> texts,
        List<Picture> images,
        List<Picture> proposedImages,
        @Nullable String declineReason,
        boolean enriched) {

    record Source(String name) {}

    record Text(@Nullable String title, @Nullable String comment) {}

    record Picture(String sha256, @Nullable String alt) {}

    boolean isUndecided() {
        return state.equals("NEW");
    }

    /** Whether the editor may still change it. */
    boolean isOpen() {
        return isUndecided() || state.equals("SHORTLISTED");
    }
}
