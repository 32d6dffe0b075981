package app.tidings.curation.enrich;

import app.tidings.curation.page.metadata.Metadata;

/** What the page says about itself. */
final class ReadMetadata implements Enricher {

    @Override
    public void enrich(Draft draft) {
        draft.page().ifPresentOrElse(page -> draft.metadata(Metadata.of(page)), () -> draft.flag("no-metadata"));
        if (draft.metadata().title() == null) {
            draft.flag("no-title");
        }
    }
}
