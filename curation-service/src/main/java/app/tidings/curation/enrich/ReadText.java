package app.tidings.curation.enrich;

/** The readable text of the page; the last step that reads the page, for nothing else is left of it. */
final class ReadText implements Enricher {

    @Override
    public void enrich(Draft draft) {
        draft.page()
                .flatMap(page -> ReadableText.of(page.html()))
                .ifPresentOrElse(draft::text, () -> draft.flag("no-text"));
    }
}
