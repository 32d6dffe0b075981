package app.tidings.render.edition;

import app.tidings.render.edition.Edition.Masthead;
import app.tidings.render.edition.Edition.Translation;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the text of every page.
 *
 * @param masthead of the publication; none where the page belongs to no publication
 * @param translations the same page in each language that it exists in, its own among them; none where it has no other
 */
public record Frame(
        String language,
        String title,
        String description,
        @Nullable URI canonical,
        @Nullable Masthead masthead,
        List<Translation> translations) {

    /** The page in its other languages. */
    public List<Translation> others() {
        return translations.stream()
                .filter(translation -> !translation.language().equals(language))
                .toList();
    }
}
