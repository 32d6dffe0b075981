package app.tidings.curation.enrich;

/** The readable text of the page. */
final class ReadText implements Enricher {

    @Override
    public void enrich(Draft draft) {
        draft.page()
                .flatMap(page -> ReadableText.of(page.html()))
                .ifPresentOrElse(draft::text, () -> draft.flag("no-text"));
    }
}
