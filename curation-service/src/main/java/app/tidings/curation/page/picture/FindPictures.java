package app.tidings.curation.page.picture;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.StatedImages;
import app.tidings.curation.page.picture.Picture.From;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** A picture in the text, with all of its addresses, which are read once. */
    private record InText(Element image, List<URI> addresses) {}

    private FindPictures(WebPage page, @Nullable String title) {
        this.page = page;
        this.title = title;
    }

    /**
     * Looks a page through.
     *
     * @param stated those that the page names for itself
     * @param article the article's HTML as it was read out of the page, with absolute addresses; null where none was
     */
    public static List<Picture> of(
            WebPage page, StatedImages stated, @Nullable String article, @Nullable String title) {
        return new FindPictures(page, title).find(stated, article);
    }

    private List<Picture> find(StatedImages stated, @Nullable String article) {
        var inText = images(article);
        var named = stated.addresses().stream().map(url -> named(url, stated, inText));
        var shown = wanted(inText).entrySet().stream()
                .filter(each -> !stated.addresses().contains(each.getKey()))
                .limit(MOST)
                .map(each -> shown(each.getKey(), each.getValue()));
        return Stream.concat(named, shown)
                .sorted(Comparator.comparing(each -> Unwanted.isNamedSo(each.url())))
                .limit(MOST)
                .toList();
    }

    /** The page's own words of the picture; it often stands in the text too, and there has its caption. */
    private Picture named(URI url, StatedImages stated, List<InText> inText) {
        var own = AltText.stated(url.equals(stated.addresses().getFirst()) ? stated.alt() : null, title);
        var alt = own.from() == Picture.AltFrom.ALT
                ? own
                : inText.stream()
                        .filter(each -> each.addresses().contains(url))
                        .findFirst()
                        .map(each -> AltText.of(each.image(), title))
                        .orElse(own);
        return new Picture(url, From.PAGE, alt.text(), alt.from(), null, null);
    }

    private Picture shown(URI url, Element image) {
        var alt = AltText.of(image, title);
        return new Picture(url, From.TEXT, alt.text(), alt.from(), null, null);
    }

    /** Those that are pictures of the article, by the address in the best size; each once. */
    private static Map<URI, Element> wanted(List<InText> inText) {
        var wanted = new LinkedHashMap<URI, Element>();
        for (var each : inText) {
            each.addresses().stream()
                    .filter(url -> !Unwanted.isStandIn(url))
                    .findFirst()
                    .filter(url -> !Unwanted.isNamedSo(url) && !Unwanted.isShownSo(each.image()))
                    .ifPresent(url -> wanted.putIfAbsent(url, each.image()));
        }
        return wanted;
    }

    /** Those of the article as it was read, or else of what the page's markup calls one. */
    private List<InText> images(@Nullable String article) {
        if (article == null) {
            return inText(IN_ARTICLES)
                    .filter(each -> each.image().closest(BESIDE) == null)
                    .toList();
        }
        var read = Jsoup.parseBodyFragment(article).select("img[src]").stream()
                .map(each -> each.attr("src"))
                .collect(Collectors.toSet());
        return inText("img")
                .filter(each -> each.addresses().stream().map(URI::toString).anyMatch(read::contains))
                .toList();
    }

    private Stream<InText> inText(String where) {
        return page.html().select(where).stream()
                .limit(MOST_LOOKED_AT)
                .map(each -> new InText(each, PictureAddress.all(each, page)));
    }
}
