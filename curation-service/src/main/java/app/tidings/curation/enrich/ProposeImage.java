package app.tidings.curation.enrich;

import app.tidings.curation.image.FetchImage;
import java.util.Objects;

/** The image that the page names for itself, for the editor to take. */
final class ProposeImage implements Enricher {

    private final FetchImage fetch;

    ProposeImage(FetchImage fetch) {
        this.fetch = fetch;
    }

    @Override
    public void enrich(Draft draft) {
        var metadata = draft.metadata();
        if (metadata.image() != null) {
            var alt = Objects.requireNonNullElse(metadata.imageAlt(), Objects.requireNonNullElse(metadata.title(), ""));
            fetch.run(metadata.image()).ifPresentOrElse(image -> draft.image(image, alt), () -> draft.flag("no-image"));
        }
    }
}
