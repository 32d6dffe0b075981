package app.tidings.curation.enrich;

import app.tidings.curation.image.KeepImage;
import java.util.Objects;

/** Keeps the image that the page names for itself, for the editor to take. */
final class ProposeImage implements Enricher {

    private final KeepImage keep;

    ProposeImage(KeepImage keep) {
        this.keep = keep;
    }

    @Override
    public void enrich(Draft draft) {
        var metadata = draft.metadata();
        if (metadata.image() != null) {
            var alt = Objects.requireNonNullElse(metadata.imageAlt(), Objects.requireNonNullElse(metadata.title(), ""));
            keep.run(metadata.image(), alt).ifPresentOrElse(draft::image, () -> draft.flag("no-image"));
        }
    }
}
