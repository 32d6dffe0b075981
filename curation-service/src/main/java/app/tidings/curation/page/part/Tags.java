package app.tidings.curation.page.part;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What elements are by their names. */
public final class Tags {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    /** They show nothing, or nothing that could be read as text. */
    private static final Set<String> MUTE = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "canvas",
            "object",
            "embed",
            "applet",
            "iframe",
            "audio",
            "video",
            "map",
            "input",
            "textarea",
            "select",
            "button",
            "option",
            "datalist",
            "dialog",
            "link",
            "meta",
            "base",
            "annotation",
            "annotation-xml",
            "frame",
            "frameset",
            "noframes",
            "rp");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private Tags() {}

    /** Whether it begins a line of its own. */
    public static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** Whether it shows nothing that could be read. */
    public static boolean isMute(Element element) {
        return MUTE.contains(element.normalName());
    }

    /** Whether elements of this name are headings. */
    public static boolean isHeading(String tag) {
        return HEADINGS.contains(tag);
    }
}
