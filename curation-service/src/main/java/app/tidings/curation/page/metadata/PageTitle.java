package app.tidings.curation.page.metadata;

import app.tidings.curation.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The headline of a page, without the name of the site that many add to it. Pure. */
final class PageTitle {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[-–—|·•:»«/]\\s+|\\s*[|｜_]\\s*|\\s*(?:::|——|--)\\s*|(?<=[\\p{IsHan}！？。”）])\\s*-\\s*");
    private static final Pattern THE = Pattern.compile("^the\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern CHINESE_SITE =
            Pattern.compile("[\\p{IsHan}A-Za-z0-9 ]{1,10}(网|网站|传媒|日报|晚报|新闻|社区|博客|论坛|频道)");

    private static final Pattern BRACKETS = Pattern.compile("[\\[【(（]([^\\[【(（\\])】）]{2,40})[\\])】）]$");

    /** What stands there until a script puts the title in, or where an editor's program was given none. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?:loading|please wait|redirecting|untitled(?: (?:document|page))?|(?:正在)?加载中?|请稍[候等]|正在跳转|无标题(?:文档)?)[\\s.…!。！]*",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 1_000;

    /** Separators that are looked at, and signs of what may be a headline between two of them. */
    private static final int MOST = 8;

    private static final int HEADLINE = 8;

    private PageTitle() {}

    static @Nullable String of(Statements stated, @Nullable String site) {
        var tags = stated.tags();
        var element = stated.page().html().title();
        return Stream.<Supplier<@Nullable String>>of(
                        () -> stated.json().text("headline"),
                        () -> tags.first("articletitle"),
                        () -> whole(tags.first("og:title"), element),
                        () -> whole(tags.first("twitter:title"), element),
                        () -> tags.first("dc.title"),
                        () -> tags.first("dcterms.title"),
                        () -> element)
                .map(Supplier::get)
                .map(PageTitle::bounded)
                .filter(Objects::nonNull)
                .map(title -> begun(title, stated).orElseGet(() -> withoutSite(title, site, stated)))
                .filter(PageTitle::isTitle)
                .findFirst()
                .or(() -> headlines(stated)
                        .filter(PageTitle::isTitle)
                        .findFirst()
                        .map(title -> withoutSite(title, site, stated)))
                .orElse(null);
    }

    private static boolean isTitle(String title) {
        return !NO_TITLE.matcher(title).matches();
    }

    private static Stream<String> headlines(Statements stated) {
        return stated.outline().headlines().stream()
                .map(Element::text)
                .map(PageTitle::bounded)
                .filter(Objects::nonNull)
                .limit(5);
    }

    /** One line of a length that can be searched: a page may call itself by megabytes of spaces. */
    private static @Nullable String bounded(@Nullable String title) {
        return PlainText.line(title, LONGEST);
    }

    /** A quotation mark in the attribute of a careless page ends it; the element has all of the title. */
    private static @Nullable String whole(@Nullable String attribute, String element) {
        return attribute != null && !attribute.isBlank() && element.startsWith(attribute.stripLeading() + '"')
                ? element
                : attribute;
    }

    /** Some add the beginning of the text to the headline, with nothing between. */
    private static Optional<String> begun(String title, Statements stated) {
        return Optional.ofNullable(
                        stated.micro().type() == null
                                ? null
                                : bounded(stated.micro().text("headline")))
                .filter(headline -> headline.length() >= HEADLINE && title.startsWith(headline));
    }

    /** Cuts off what stands behind or before a separator if it is the site's name, or if the rest is a headline. */
    private static String withoutSite(String title, @Nullable String site, Statements stated) {
        var separators = SEPARATOR.matcher(title).results().limit(MOST).toList();
        if (separators.isEmpty()) {
            return withoutBrackets(title, site);
        }
        var known = headlines(stated).map(PageTitle::plain).toList();
        for (var each : separators) {
            var before = title.substring(0, each.start());
            if (known.contains(plain(before))) {
                return before;
            }
        }
        var first = separators.getFirst();
        var last = separators.getLast();
        if (isSite(title.substring(last.end()), site)) {
            return nonEmpty(title.substring(0, last.start()), title);
        }
        return isSite(title.substring(0, first.start()), site)
                ? nonEmpty(title.substring(first.end()), title)
                : between(separators, title, known);
    }

    /** Some put the headline between a column and an author. */
    private static String between(List<MatchResult> separators, String title, List<String> known) {
        for (var from = 0; from < separators.size(); from++) {
            for (var to = separators.size() - 1; to > from; to--) {
                var part = title.substring(
                        separators.get(from).end(), separators.get(to).start());
                if (part.length() >= HEADLINE && known.contains(plain(part))) {
                    return part;
                }
            }
        }
        return title;
    }

    private static String withoutBrackets(String title, @Nullable String site) {
        var brackets = BRACKETS.matcher(title);
        return brackets.find() && isSite(brackets.group(1), site)
                ? nonEmpty(title.substring(0, brackets.start()), title)
                : title;
    }

    private static String nonEmpty(String shortened, String title) {
        return shortened.isBlank() ? title : shortened.strip();
    }

    private static boolean isSite(String part, @Nullable String site) {
        if (CHINESE_SITE.matcher(part).matches()) {
            return true;
        }
        if (site == null) {
            return false;
        }
        var named = plain(THE.matcher(part).replaceFirst(""));
        var known = plain(THE.matcher(site).replaceFirst(""));
        return !named.isEmpty()
                && (named.equals(known)
                        || (named.length() >= 2 && isHostOf(site, named))
                        || (named.startsWith(known) && known.length() >= 4));
    }

    /** {@code Example} is the site of {@code example.org}. */
    private static boolean isHostOf(String site, String named) {
        return Stream.of(site.toLowerCase(Locale.ROOT).split("\\.", -1))
                .anyMatch(label -> plain(label).equals(named));
    }

    private static String plain(String text) {
        return UNWORDY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
