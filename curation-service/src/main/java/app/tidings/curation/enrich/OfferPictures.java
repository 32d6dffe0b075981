package app.tidings.curation.enrich;

import app.tidings.curation.page.picture.FindPictures;

/** The pictures that the page has to offer, for one of them to be proposed. */
final class OfferPictures implements Enricher {

    @Override
    public void enrich(Draft draft) {
        draft.page()
                .map(page -> FindPictures.of(page, draft.metadata().images(), draft.html(), draft.title()))
                .ifPresent(draft.album()::offer);
    }
}
