package app.tidings.render.prose;

import java.util.regex.Pattern;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Prose as HTML, through an allowlist of its own for each medium. */
public final class ProseHtml {

    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final PolicyFactory WEB = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();

    private static final PolicyFactory MAIL = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();

    // the sanitizer writes every full-width mark as a code, which trebles the size of Chinese text; < > & " ' stay
    // codes
    private static final Pattern FULL_WIDTH = Pattern.compile("&#x(ff(?!02|06|07|1c|1e)[0-5][0-9a-f]);");

    private ProseHtml() {}

    /** For a page. */
    public static String web(Prose prose) {
        return printed(WEB, prose);
    }

    /** For a mail; the elements carry no style yet. */
    public static String mail(Prose prose) {
        return printed(MAIL, prose);
    }

    private static String printed(PolicyFactory policy, Prose prose) {
        var safe = policy.sanitize(HTML.render(prose.tree())).strip();
        return FULL_WIDTH.matcher(safe).replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}
