package app.tidings.curation.page.picture;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.StatedImages;
import app.tidings.curation.page.picture.Picture.From;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pictures that a page has to offer, the best first: those that it names for itself, then those of its article in
 * their order. What is named like a logo or a face comes last where the page names it, and not at all where it stands in the text.
 */
public final class FindPictures {

    /** Of one page. */
    public static final int MOST = 8;

    private static final int MOST_LOOKED_AT = 200;
    private static final String IN_ARTICLES = "article img, main img, [role=main] img, [itemprop=articleBody] img";
    private static final String BESIDE = "nav, aside, footer, form, button, [role=navigation], [role=complementary]";

    private final WebPage page;
    private final @Nullable String title;

    private FindPictures(WebPage page, @Nullable String title) {
        this.page = page;
        this.title = title;
    }

    /**
     * Looks a page through.
     *
     * @param article the article's HTML as it was read out of the page, with absolute addresses; null where none was
     */
    public static List<Picture> of(WebPage page, @Nullable String article, @Nullable String title) {
        return new FindPictures(page, title).find(article);
    }

    private List<Picture> find(@Nullable String article) {
        var inText = images(article).toList();
        var found = new LinkedHashMap<URI, Picture>();
        var stated = StatedImages.of(page);
        stated.addresses().stream()
                .map(url -> named(url, stated, inText))
                .forEach(each -> found.putIfAbsent(each.url(), each));
        inText.stream().map(this::shown).flatMap(Optional::stream).forEach(each -> found.putIfAbsent(each.url(), each));
        return found.values().stream()
                .sorted(Comparator.comparing(each -> Unwanted.isNamedSo(each.url())))
                .limit(MOST)
                .toList();
    }

    /** The page's own words of the picture; it often stands in the text too, and there has its caption. */
    private Picture named(URI url, StatedImages stated, List<Element> inText) {
        var own = AltText.stated(url.equals(stated.addresses().getFirst()) ? stated.alt() : null, title);
        var alt = own.from() == Picture.AltFrom.ALT
                ? own
                : inText.stream()
                        .filter(each -> PictureAddress.all(each, page).anyMatch(url::equals))
                        .findFirst()
                        .map(each -> AltText.of(each, title))
                        .orElse(own);
        return new Picture(url, From.PAGE, alt.text(), alt.from(), null, null);
    }

    private Optional<Picture> shown(Element image) {
        return PictureAddress.of(image, page)
                .filter(url -> !Unwanted.isNamedSo(url) && !Unwanted.isShownSo(image))
                .map(url -> {
                    var alt = AltText.of(image, title);
                    return new Picture(url, From.TEXT, alt.text(), alt.from(), null, null);
                });
    }

    /** Those of the article as it was read, or else of what the page's markup calls one. */
    private Stream<Element> images(@Nullable String article) {
        if (article == null) {
            return page.html().select(IN_ARTICLES).stream()
                    .limit(MOST_LOOKED_AT)
                    .filter(each -> each.closest(BESIDE) == null);
        }
        var read = Jsoup.parseBodyFragment(article).select("img[src]").stream()
                .map(each -> each.attr("src"))
                .collect(Collectors.toSet());
        return page.html().select("img").stream().limit(MOST_LOOKED_AT).filter(each -> isOneOf(each, read));
    }

    private boolean isOneOf(Element image, Set<String> read) {
        return PictureAddress.all(image, page).anyMatch(each -> read.contains(each.toString()));
    }
}
