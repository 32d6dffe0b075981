package app.tidings.curation.enrich;

import app.tidings.curation.image.FetchImage;
import app.tidings.platform.fetch.SafeFetcher;
import java.util.Objects;

/** The image that the page names for itself, for the editor to take. */
final class ProposeImage implements Enricher {

    private final SafeFetcher fetcher;
    private final FetchImage fetch;

    ProposeImage(SafeFetcher fetcher, FetchImage fetch) {
        this.fetcher = fetcher;
        this.fetch = fetch;
    }

    @Override
    public void enrich(Draft draft) {
        var metadata = draft.metadata();
        if (metadata.image() != null) {
            var alt = Objects.requireNonNullElse(metadata.imageAlt(), Objects.requireNonNullElse(metadata.title(), ""));
            fetch.run(metadata.image(), request -> draft.slot().fetch(fetcher, request))
                    .ifPresentOrElse(image -> draft.image(image, alt), () -> draft.flag("no-image"));
        }
    }
}
