package app.tidings.curation.page.text;

import app.tidings.curation.page.part.Part;
import app.tidings.curation.page.part.Survey;
import java.util.List;

/** Drops what says by its name that it is no article, unless most of the page stands in it. */
final class Clutter {

    private static final int FEW = 3;
    private static final double MOSTLY = 0.7;
    private static final int SHORT = 500;
    private static final int ENOUGH = 100;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.8;

    private Clutter() {}

    static void drop(List<Part> parts) {
        var all = parts.getFirst().prose;
        for (var part : parts) {
            if (part.parent != null && part.parent.dropped) {
                part.dropped = true; // with what it stands in
            } else if (isTeasers(part) && all - part.prose >= ENOUGH) {
                part.drop();
            } else if (share(part) >= 0 && part.prose <= share(part) * all) {
                part.drop();
            }
        }
    }

    /** Boxes of other pages, each with its headline as a link, and nothing else beside them. */
    private static boolean isTeasers(Part part) {
        return part.teasers >= FEW
                && part.teasers >= MOSTLY * part.children.size()
                && part.prose < part.teasers * SHORT
                && part.element.selectFirst("h1") == null;
    }

    /** The share of the page's running text up to which a part is not believed to be the article; negative where it may be. */
    private static double share(Part part) {
        if (Survey.isAround(part)) {
            return NEARLY_ALL;
        }
        return switch (part.tag()) {
            case "body", "article", "main", "table", "h1", "h2", "h3", "h4", "h5", "h6", "a" -> -1;
            default ->
                switch (part.named) {
                    case COMMENTS -> isCode(part) ? -1 : NEARLY_ALL;
                    case CLUTTER -> isCode(part) ? -1 : HALF;
                    case PLAIN, ARTICLE -> -1;
                };
        };
    }

    /** The painted words of code have names of their own, such as {@code comment}. */
    private static boolean isCode(Part part) {
        for (Part each = part; each != null; each = each.parent) {
            if (each.tag().equals("pre") || each.tag().equals("code")) {
                return true;
            }
        }
        return false;
    }
}
