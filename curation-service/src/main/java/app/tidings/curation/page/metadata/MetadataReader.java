package app.tidings.curation.page.metadata;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.site.ShownSite;
import app.tidings.curation.page.metadata.thing.Thing;
import app.tidings.curation.page.outline.Opening;
import app.tidings.curation.text.PlainText;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Asks the ways in which a page may say something in their order. */
final class MetadataReader {

    private static final int MAX_TITLE = 300;
    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 2_000;
    private static final Pattern WWW = Pattern.compile("^www\\.");
    private static final int MAX_BODY = 200_000;
    private static final Pattern LANGUAGE = Pattern.compile("(?i)[a-z]{2,3}(?:-[a-z0-9]{2,8})*");

    /** The Chinese that pages are in (BCP 47): {@code zh-cmn-Hans} is what others call {@code zh-Hans}. */
    private static final Pattern MANDARIN = Pattern.compile("^cmn\\b");

    private static final String ABSTRACT =
            "blockquote.abstract, .acl-abstract, section.abstract, div.abstract, #abstract";
    private static final Pattern LABEL = Pattern.compile("^\\s*Abstract\\b[\\s:.—-]*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LOCKED = Set.of("locked", "metered");

    private final Statements stated;
    private final WebPage page;
    private final Document html;
    private final Thing json;
    private final Thing micro;
    private final MetaTags tags;

    MetadataReader(WebPage page) {
        this.page = page;
        this.html = page.html();
        this.stated = Statements.of(page);
        this.json = stated.json();
        this.micro = stated.micro();
        this.tags = stated.tags();
    }

    Metadata read() {
        var site = site();
        var title = PlainText.line(PageTitle.of(stated, site), MAX_TITLE);
        var opening = new Opening(stated.outline(), title);
        var dates = new DateFinder(stated, opening);
        return new Metadata(
                title,
                new AuthorFinder(stated, opening).find(),
                PlainText.line(site, MAX_NAME),
                dates.published(),
                dates.modified(),
                description(),
                canonical(),
                StatedImages.of(stated),
                language(),
                license(),
                isPaywalled(),
                articleBody(),
                new TraitFinder(stated).find());
    }

    private @Nullable String site() {
        var host = page.address() == null
                ? null
                : WWW.matcher(page.address().host().name()).replaceFirst("");
        var named = first(
                tags.first("og:site_name"),
                json.text("publisher"),
                tags.first("application-name"),
                tags.first("sitename"));
        return named == null ? first(ShownSite.of(page, stated.outline()), host) : named;
    }

    private @Nullable String description() {
        return Typography.ofProse(PlainText.line(
                first(
                        abstractOfPaper(),
                        tags.first(
                                "og:description",
                                "description",
                                "twitter:description",
                                "dc.description",
                                "sailthru.description"),
                        json.text("description"),
                        micro.text("description")),
                MAX_DESCRIPTION));
    }

    /** Whole, where the descriptions of such pages may be the beginning of it, or the name of the proceedings. */
    private @Nullable String abstractOfPaper() {
        var stated = tags.first("citation_abstract", "dcterms.abstract");
        if (stated != null || tags.first("citation_title") == null) {
            return stated;
        }
        return html.select(ABSTRACT).stream()
                .map(Element::text)
                .map(text -> LABEL.matcher(text).replaceFirst(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** A page that names itself on its own host is believed before one that names another's. */
    private @Nullable URI canonical() {
        var named = Stream.of(tags.link("canonical"), tags.first("og:url"), json.text("mainEntityOfPage"))
                .map(page::resolve)
                .flatMap(Optional::stream)
                .toList();
        return named.stream().filter(this::isOwn).findFirst().orElse(named.isEmpty() ? null : named.getFirst());
    }

    private boolean isOwn(URI named) {
        return page.address() != null && page.address().host().name().equalsIgnoreCase(named.getHost());
    }

    private @Nullable String language() {
        return Stream.of(
                        root("lang"),
                        root("xml:lang"),
                        tags.first("content-language", "og:locale", "language", "dc.language"),
                        json.text("inLanguage"),
                        micro.text("inLanguage"),
                        html.body().attr("lang"))
                .filter(Objects::nonNull)
                .map(each -> each.strip().replace('_', '-'))
                .filter(each -> LANGUAGE.matcher(each).matches())
                .map(each -> Locale.forLanguageTag(each).toLanguageTag())
                .map(each -> MANDARIN.matcher(each).replaceFirst("zh"))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String license() {
        return page.resolve(tags.link("license"))
                .map(URI::toString)
                .orElseGet(() -> PlainText.line(
                        first(
                                json.text("license"),
                                micro.text("license"),
                                tags.first("dcterms.license", "dc.rights", "license")),
                        MAX_NAME));
    }

    private boolean isPaywalled() {
        return "false".equalsIgnoreCase(first(json.text("isAccessibleForFree"), micro.text("isAccessibleForFree")))
                || LOCKED.contains(Objects.requireNonNullElse(lower(tags.first("article:content_tier")), ""));
    }

    private @Nullable String articleBody() {
        var body = json.text("articleBody");
        return body == null || body.length() > MAX_BODY ? null : body;
    }

    private @Nullable String root(String attribute) {
        var root = html.firstElementChild();
        return root == null ? null : root.attr(attribute);
    }

    static @Nullable String first(@Nullable String... candidates) {
        return Stream.of(candidates)
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
