package app.tidings.curation.enrich;

import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.metadata.PageDate;
import app.tidings.curation.page.metadata.StatedImages;
import app.tidings.curation.page.trait.Traits;
import app.tidings.curation.pdf.Pdf;

/** What the page, or the document in its place, says about itself. */
final class ReadMetadata implements Enricher {

    @Override
    public void enrich(Draft draft) {
        draft.document()
                .map(document -> of(document, draft))
                .or(() -> draft.page().map(Metadata::of))
                .ifPresentOrElse(draft::metadata, () -> draft.flag("no-metadata"));
        if (draft.metadata().title() == null) {
            draft.flag("no-title");
        }
    }

    private static Metadata of(Pdf.Document document, Draft draft) {
        return new Metadata(
                document.title(),
                document.author(),
                draft.address().getHost(),
                document.created() == null ? null : PageDate.at(document.created()),
                null,
                null,
                null,
                StatedImages.NONE,
                document.language(),
                null,
                false,
                null,
                Traits.NONE);
    }
}
