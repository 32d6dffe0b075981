package app.tidings.curation.enrich;

import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.summary.LeadingSentences;
import java.util.Optional;
import java.util.stream.Stream;

/** A few sentences: of the text, or else of what page or source say about it. A repository is described by its host. */
final class Summarise implements Enricher {

    private final LeadingSentences sentences;

    Summarise(LeadingSentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public void enrich(Draft draft) {
        var described = draft.repository().map(Repository::description).flatMap(sentences::ofDescription);
        var page = Optional.ofNullable(draft.metadata().description()).flatMap(sentences::of);
        var source = Optional.ofNullable(draft.item().sighted().teaser()).flatMap(sentences::of);
        var text = draft.text().flatMap(sentences::of);
        var order =
                draft.kind() == Kind.ARTICLE ? Stream.of(text, page, source) : Stream.of(described, page, source, text);
        order.flatMap(Optional::stream).findFirst().ifPresentOrElse(draft::summary, () -> draft.flag("no-summary"));
    }
}
