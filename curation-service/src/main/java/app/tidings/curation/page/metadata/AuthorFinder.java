package app.tidings.curation.page.metadata;

import app.tidings.curation.page.metadata.thing.Thing;
import app.tidings.curation.page.outline.Marked;
import app.tidings.curation.page.outline.Outline;
import app.tidings.curation.text.PlainText;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote a page. */
final class AuthorFinder {

    private static final int MAX_NAME = 200;
    private static final int MOST = 5;
    private static final int MAX_LINE = 500;

    private static final Set<String> LINES = Set.of("p", "span", "div", "strong");

    private static final Pattern IN_TEXT = Pattern.compile(
            "^\\s*(?:作者|文|撰文|采写|执笔|撰稿|记者)\\s*[/｜|:：]\\s*([^:：/|。]{2,40})$|[（(][^（）()]{0,12}记者[:：\\s]*([^（）()，,]{2,20}?)(?:\\s*整合|\\s*报道|\\s*摄影?)?[）)]");

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,，;；、]|\\band\\b)\\s*");

    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:by|words by|written by|posted by|author|von|par|por)\\b[:\\s]*|(?:\\S{0,6})记者[:：\\s]*|(?:原创)?作者[:：\\s]*|文\\s*[/|｜丨:：]\\s*|撰文\\s*[/|｜丨:：]?\\s*)+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile(
            "\\s*(?:\\||·|•|\\bon (?:\\w+ )?\\d|\\d{4}[-年/]|(?:[,(]\\s*)?@\\w+|,?\\s*\\b(?:updated|published|posted)\\b).*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES_NOBODY = Pattern.compile(
            "https?:.*|www\\..*|@.*|\\S+@\\S+|\\d+|(?:admin|administrator|author|editor|unknown|anonymous|none|null|undefined|guest|root|user|webmaster|name|email|佚名|未知|匿名|原创|转载|网络|\\?+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TURNED = Pattern.compile("^([^,]+),\\s*([^,]+)$");

    private static final Pattern AUTHOR = Pattern.compile("\\bauthor\\b", Pattern.CASE_INSENSITIVE);

    private static final String[] PARTS = {"byline", "author-name", "authorname"};
    private static final String[] IN_CLASSES = {"author", "by-line", "nickname"};
    private static final Set<String> CLASSES = Set.of(
            "by-line",
            "post-author",
            "entry-author",
            "article-author",
            "authors",
            "author",
            "author_name",
            "rich_media_meta_nickname");

    private final Outline outline;
    private final Thing json;
    private final Thing micro;
    private final MetaTags tags;

    AuthorFinder(Statements stated) {
        this.outline = stated.outline();
        this.json = stated.json();
        this.micro = stated.micro();
        this.tags = stated.tags();
    }

    @Nullable
    String find() {
        return Stream.<Supplier<@Nullable String>>of(
                        this::cited,
                        () -> json.names("author"),
                        () -> json.names("creator"),
                        () -> tags.first("author"),
                        () -> tags.first("article:author"),
                        () -> tags.first("og:article:author"),
                        () -> tags.first("parsely-author"),
                        () -> tags.first("sailthru.author"),
                        () -> tags.first("byl"),
                        () -> tags.first("dc.creator", "dc:creator", "dcterms.creator"),
                        () -> micro.names("author"),
                        () -> shown(outline.properties().stream().filter(AuthorFinder::isAuthor)),
                        () -> shown(outline.links().stream()
                                .filter(link -> AUTHOR.matcher(link.attr("rel")).find())),
                        () -> shown(outline.marked().stream()
                                .filter(AuthorFinder::isNamedAfterAuthor)
                                .map(Marked::element)),
                        () -> shown(outline.links().stream().filter(AuthorFinder::leadsToAuthor)),
                        this::inText)
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .map(AuthorFinder::clean)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Authors of a paper, each in a tag of its own, as {@code Family, Given} or in reading order. */
    private @Nullable String cited() {
        var names = outline.statements().stream()
                .filter(each -> each.normalName().equals("meta")
                        && each.attr("name").strip().equalsIgnoreCase("citation_author"))
                .limit(MOST)
                .map(each -> each.attr("content").strip())
                .filter(each -> !each.isEmpty())
                .map(each -> TURNED.matcher(each).replaceFirst("$2 $1"))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static @Nullable String shown(Stream<Element> elements) {
        return MetadataReader.text(elements);
    }

    private static boolean isAuthor(Element property) {
        return switch (property.attr("itemprop").strip().toLowerCase(Locale.ROOT)) {
            case "author" -> true;
            case "name" -> property.closest("[itemprop=author]") != null;
            default -> false;
        };
    }

    private static boolean isNamedAfterAuthor(Marked named) {
        return named.hasInClass(PARTS)
                || (named.hasInClass(IN_CLASSES) && named.hasClassOf(CLASSES))
                || named.element().id().equals("author");
    }

    private static boolean leadsToAuthor(Element link) {
        var target = link.attr("href").toLowerCase(Locale.ROOT);
        return target.contains("/author/") || target.contains("/authors/");
    }

    /** Chinese papers name the reporter in a line or in brackets at the start. */
    private @Nullable String inText() {
        return outline.lines().all().stream()
                .filter(line -> line.chinese() && LINES.contains(line.element().normalName()))
                .map(line -> line.element().ownText())
                .filter(text -> !text.isBlank() && text.length() <= MAX_LINE)
                .map(IN_TEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String clean(String stated) {
        var names = BETWEEN.splitAsStream(stated.strip())
                .map(name -> BEHIND.matcher(BEFORE.matcher(name.strip()).replaceFirst(""))
                        .replaceFirst("")
                        .strip())
                .filter(name -> !name.isEmpty()
                        && name.length() <= 60
                        && !NAMES_NOBODY.matcher(name).matches())
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(", "));
        return PlainText.line(names, MAX_NAME);
    }
}
