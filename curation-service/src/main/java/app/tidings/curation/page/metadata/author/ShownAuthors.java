package app.tidings.curation.page.metadata.author;

import app.tidings.curation.page.outline.Marked;
import app.tidings.curation.page.outline.Opening;
import app.tidings.curation.page.outline.Outline;
import app.tidings.curation.page.outline.ShortText;
import app.tidings.curation.text.Blanks;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** The authors that readers of a page see: marked as such, in its opening, then wherever a name says so; never those of comments. */
public final class ShownAuthors {

    private static final int MOST = 100;
    private static final int MAX_LINE = 500;

    private static final Set<String> LINES = Set.of("p", "span", "div", "strong");

    private static final Pattern IN_TEXT = Pattern.compile(
            "^\\s*(?:作者|文|撰文|采写|执笔|撰稿|记者)\\s*[/｜|:：]\\s*([^:：/|。]{2,40})$|[（(][^（）()]{0,12}记者[:：\\s]*([^（）()，,]{2,20}?)(?:\\s*整合|\\s*报道|\\s*摄影?)?[）)]");

    /** What stands before the name of who put a text where it is. */
    private static final Pattern POSTED =
            Pattern.compile("posted\\s*(?:@|on|at|by)?[\\s\\d:/.,apm年月日-]*(?:by)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern AUTHOR = Pattern.compile("\\bauthor\\b", Pattern.CASE_INSENSITIVE);
    private static final Evaluator NAME = Selector.evaluatorOf("[itemprop=name]");

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
    private final Opening opening;

    /** Of a page. */
    public ShownAuthors(Outline outline, Opening opening) {
        this.outline = outline;
        this.opening = opening;
    }

    /** Their names with commas between; null where none are told. */
    public @Nullable String find() {
        return Stream.<Supplier<@Nullable String>>of(
                        () -> first(outline.properties().stream().filter(ShownAuthors::isAuthor)),
                        () -> first(outline.links().stream()
                                .filter(link -> AUTHOR.matcher(link.attr("rel")).find())),
                        () -> new OpeningAuthors(opening).find(),
                        () -> first(outline.marked().stream()
                                .filter(ShownAuthors::isNamedAfterAuthor)
                                .map(Marked::element)),
                        () -> first(outline.links().stream().filter(ShownAuthors::leadsToAuthor)),
                        this::inText,
                        this::posted)
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String first(Stream<Element> elements) {
        return elements.limit(MOST)
                .filter(element -> !opening.isElsewhere(element))
                .map(ShownAuthors::named)
                .map(AuthorNames::ofFirst)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Somebody may be told of with more than the name. */
    private static String named(Element element) {
        var name = element.hasAttr("itemscope") ? element.selectFirst(NAME) : null;
        return name == null
                ? ShortText.lines(element)
                : name.hasAttr("content") ? name.attr("content") : ShortText.of(name);
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
                .map(found -> AuthorNames.of(found.group(1) == null ? found.group(2) : found.group(1)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first link of a line such as {@code posted @ 2026-11-20 08:30 Ada Quay}. */
    private @Nullable String posted() {
        return outline.lines().all().stream()
                .map(line -> line.element())
                .filter(line -> beginsWithPosted(line) && !opening.isElsewhere(line))
                .map(ShownAuthors::behindPosted)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean beginsWithPosted(Element line) {
        for (var i = 0; i < line.childNodeSize(); i++) {
            if (line.childNode(i) instanceof TextNode text && !text.isBlank()) {
                return text.getWholeText().stripLeading().regionMatches(true, 0, "posted", 0, 6);
            }
        }
        return false;
    }

    private static @Nullable String behindPosted(Element line) {
        var before = new StringBuilder();
        for (var i = 0; i < line.childNodeSize() && before.length() <= MOST; i++) {
            var node = line.childNode(i);
            if (node instanceof Element link && link.nameIs("a")) {
                var name =
                        POSTED.matcher(Blanks.collapsed(before)).matches() ? AuthorNames.of(ShortText.of(link)) : null;
                return name != null && OpeningAuthors.canBeName(name) ? name : null;
            }
            before.append(
                    node instanceof TextNode text
                            ? text.getWholeText()
                            : node instanceof Element inside ? ShortText.of(inside) : "");
        }
        return null;
    }
}
