package app.tidings.curation.enrich;

import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Page;
import app.tidings.curation.language.AddressLanguage;
import app.tidings.curation.language.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The language of the page: by its text, then by its title, then by what page and sources claim; and of its title alone. */
final class DetectLanguage implements Enricher {

    @Override
    public void enrich(Draft draft) {
        Language.of(draft.title(), draft.wording(), claims(draft)).ifPresentOrElse(draft::language, () -> {
            draft.language(Page.UNKNOWN_LANGUAGE);
            draft.flag("no-language");
        });
        Language.ofTitle(draft.title()).ifPresent(draft::titleLanguage);
    }

    /** The page knows more of itself than a source, which may hold entries in several languages; its address least. */
    private static List<String> claims(Draft draft) {
        var sources = draft.item().sighted().sightings().stream().map(Sighting::language);
        var address = AddressLanguage.of(draft.item().url()).stream();
        return Stream.of(Stream.ofNullable(draft.metadata().language()), sources, address)
                .flatMap(claims -> claims)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
