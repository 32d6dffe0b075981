package app.tidings.curation.enrich;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.summary.LeadingSentences;
import app.tidings.curation.summary.Summarizer;
import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.curation.summary.Summarizer.Summary;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A few sentences: of the text, or else of what page or source say about it. A repository is described by its host, a paper by
 * its abstract.
 */
final class Summarise implements Enricher {

    private final Summarizer summarizer;
    private final LeadingSentences sentences;

    /**
     * Makes the step.
     *
     * @param summarizer for the text of the page
     * @param sentences for what was written to be short
     */
    Summarise(Summarizer summarizer, LeadingSentences sentences) {
        this.summarizer = summarizer;
        this.sentences = sentences;
    }

    @Override
    public void enrich(Draft draft) {
        var described = draft.repository().map(Repository::description).flatMap(sentences::ofDescription);
        var page = Optional.ofNullable(draft.metadata().description()).flatMap(sentences::of);
        var source = Optional.ofNullable(draft.item().sighted().teaser()).flatMap(sentences::of);
        var text = draft.text()
                .map(each -> new Reading(draft.title(), Prose.of(each, draft.html())))
                .flatMap(summarizer::summary)
                .map(Summary::text);
        var order = switch (draft.kind()) {
            case ARTICLE, SPECIFICATION, PDF -> Stream.of(text, page, source);
            case PAPER -> Stream.of(Optional.ofNullable(draft.metadata().description()), text, source);
            case PROJECT, VIDEO, PODCAST, AUDIO, DISCUSSION -> Stream.of(described, page, source, text);
        };
        order.flatMap(Optional::stream).findFirst().ifPresentOrElse(draft::summary, () -> draft.flag("no-summary"));
    }
}
