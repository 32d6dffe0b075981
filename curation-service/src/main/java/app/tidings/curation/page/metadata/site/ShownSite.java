package app.tidings.curation.page.metadata.site;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.outline.Outline;
import app.tidings.curation.page.outline.ShortText;
import app.tidings.curation.text.Blanks;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * The name of a site that stands at an end of its pages' titles. It is believed where it is the name of the host as well, or what
 * the link to the first page is called; else it may be anything.
 */
public final class ShownSite {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[-–—|·•:»«/]\\s+|\\s*[|｜_]\\s*|\\s?-(?=\\p{IsHan})|\\s*[\\[\\]【】]\\s*");
    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LOGO = Pattern.compile("(?:logo|home ?page|home|首页|的?标志)$", Pattern.CASE_INSENSITIVE);
    private static final Evaluator PICTURE = Selector.evaluatorOf("img[alt]");
    private static final Set<String> TOP_LEVEL =
            Set.of("www", "com", "org", "net", "cn", "io", "blog", "docs", "news", "co");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    private static final int MAX_TITLE = 1_000;
    private static final int MOST = 20;

    private ShownSite() {}

    /** The name; null where nothing confirms one. */
    public static @Nullable String of(WebPage page, Outline outline) {
        var title = Blanks.collapsed(page.html().title());
        if (page.address() == null || title.length() > MAX_TITLE) {
            return null;
        }
        var parts =
                SEPARATOR.splitAsStream(title).filter(part -> !part.isBlank()).toList();
        if (parts.size() < 2) {
            return null;
        }
        var host = page.address().host().name();
        return Stream.of(parts.getLast(), parts.getFirst())
                .map(String::strip)
                .filter(part -> part.length() <= LONGEST && plain(part).length() >= SHORTEST)
                .filter(part -> isHost(part, host)
                        || (part.equals(parts.getLast().strip()) && isCalled(part, page, host, outline)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isHost(String part, String host) {
        var bare = host.startsWith("www.") ? host.substring(4) : host;
        return Stream.concat(
                        Stream.of(bare), Stream.of(bare.split("\\.", -1)).filter(label -> !TOP_LEVEL.contains(label)))
                .anyMatch(name -> plain(name).equals(plain(part)));
    }

    /** What stands first in a title may be a product as well. */
    private static boolean isCalled(String part, WebPage page, String host, Outline outline) {
        return outline.links().stream()
                .filter(link -> isHome(link, page, host))
                .limit(MOST)
                .flatMap(ShownSite::called)
                .anyMatch(name -> plain(name).equals(plain(part)));
    }

    private static boolean isHome(Element link, WebPage page, String host) {
        var reference = link.attr("href").strip();
        return reference.equals("/")
                || (reference.length() <= host.length() + 10
                        && reference.contains(host)
                        && page.resolve(reference)
                                .filter(home ->
                                        home.getPath() == null || home.getPath().length() <= 1)
                                .isPresent());
    }

    private static Stream<String> called(Element link) {
        var picture = link.selectFirst(PICTURE);
        return Stream.of(ShortText.of(link), link.attr("title"), picture == null ? "" : picture.attr("alt"))
                .flatMap(name -> Stream.of(name, LOGO.matcher(name.strip()).replaceFirst("")));
    }

    private static String plain(String text) {
        return UNWORDY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
