package app.tidings.curation.page.metadata;

import app.tidings.curation.language.Language;
import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.trait.Traits;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself.
 *
 * @param title without the site's name
 * @param author several with commas between
 * @param site its name, or else its host
 * @param language the page's own claim, BCP 47
 * @param license an address or a name
 * @param paywalled whether the page says that not everybody may read all of it
 * @param articleBody the text of the article, where the page states it for machines
 * @param traits what sort of thing it is
 */
public record Metadata(
        @Nullable String title,
        @Nullable String author,
        @Nullable String site,
        @Nullable PageDate published,
        @Nullable PageDate modified,
        @Nullable String description,
        @Nullable URI canonical,
        StatedImages images,
        @Nullable String language,
        @Nullable String license,
        boolean paywalled,
        @Nullable String articleBody,
        Traits traits) {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** What is known of a page that nobody has seen. */
    public static final Metadata NONE = new Metadata(
            null, null, null, null, null, null, null, StatedImages.NONE, null, null, false, null, Traits.NONE);

    /** Reads what a page says: JSON-LD, microdata, OpenGraph and its like, plain HTML, each where the one before is silent. */
    public static Metadata of(WebPage page) {
        return new MetadataReader(page).read();
    }

    /** When it was published; a clock without an offset is one in China if the page is in Chinese. */
    public @Nullable Instant publishedAt() {
        return published == null ? null : published.at(unstated());
    }

    /** When it was changed last. */
    public @Nullable Instant modifiedAt() {
        return modified == null ? null : modified.at(unstated());
    }

    private ZoneOffset unstated() {
        var chinese = language == null
                ? title != null && Language.ofTitle(title).filter("zh"::equals).isPresent()
                : Language.same(language, "zh");
        return chinese ? CHINA : ZoneOffset.UTC;
    }
}
