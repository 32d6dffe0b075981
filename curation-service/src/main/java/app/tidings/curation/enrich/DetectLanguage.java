package app.tidings.curation.enrich;

import app.tidings.curation.item.Page;
import app.tidings.curation.language.Language;
import java.util.List;

/** The language of the page: by its text, then by its title, then by what it claims. */
final class DetectLanguage implements Enricher {

    @Override
    public void enrich(Draft draft) {
        var claim = draft.metadata().language();
        var claims = claim == null ? List.<String>of() : List.of(claim);
        Language.of(draft.title(), draft.wording(), claims).ifPresentOrElse(draft::language, () -> {
            draft.language(Page.UNKNOWN_LANGUAGE);
            draft.flag("no-language");
        });
    }
}
