package app.tidings.curation.page.text;

import app.tidings.curation.page.part.Named;
import app.tidings.curation.page.part.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the article by its running text: each paragraph speaks for the part it stands in, and less and less loudly for what is
 * around that; a part loses as much as it has of links.
 */
final class Scores {

    private static final int SHORT = 25;
    private static final int LONG = 400;
    private static final int REACH = 5;
    private static final int FIRST = 5;
    private static final double NEARLY = 0.75;
    private static final int COMPANY = 3;

    private final List<Part> scored = new ArrayList<>();

    private Scores() {}

    /** The parts that are the article, in their order; none where there is no running text. */
    static List<Part> article(List<Part> parts) {
        var scores = new Scores();
        parts.forEach(scores::speak);
        return scores.top().map(scores::withNeighbours).orElse(List.of());
    }

    private void speak(Part part) {
        if (!part.isBlock() || part.own < SHORT || part.parent == null || part.isDropped() || !canSpeak(part)) {
            return;
        }
        var words = 1 + part.marks + Math.min(3, part.own / 100);
        var around = part.holdsBlocks || isManyParagraphs(part) ? part : part.parent;
        for (var distance = 0; around != null && distance < REACH; distance++, around = around.parent) {
            if (around.score == 0) {
                around.score = standing(around);
                scored.add(around);
            }
            around.score += distance == 0 ? words : distance == 1 ? words / 2.0 : words / (distance * 3.0);
        }
    }

    /** Old pages part their paragraphs by empty lines. */
    private static boolean isManyParagraphs(Part part) {
        return part.breaks >= 2 && part.own > LONG && !part.tag().equals("p");
    }

    private static boolean canSpeak(Part part) {
        return switch (part.tag()) {
            case "li", "dt", "dd", "figcaption", "caption", "h1", "address" -> false;
            default -> true;
        };
    }

    /** What an element's tag and names are worth beforehand; never exactly zero. */
    private static double standing(Part part) {
        var worth = switch (part.tag()) {
            case "article", "main" -> 10;
            case "div", "section" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "ol", "ul", "dl", "dd", "dt", "li", "form", "address" -> -3;
            case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
            default -> 0;
        };
        var named = switch (part.named) {
            case ARTICLE -> 25;
            case CLUTTER, COMMENTS -> -25;
            case PLAIN -> 0;
        };
        return worth + named + 0.001;
    }

    private Optional<Part> top() {
        scored.forEach(part -> part.score *= 1 - part.linkShare());
        var best = scored.stream()
                .sorted(Comparator.comparingDouble((Part part) -> part.score).reversed())
                .limit(FIRST)
                .toList();
        return best.isEmpty() ? Optional.empty() : Optional.of(outwards(company(best)));
    }

    /** Where several are nearly as good as the best, the article is what holds them. */
    private static Part company(List<Part> best) {
        var first = best.getFirst();
        var near =
                best.stream().filter(part -> part.score >= NEARLY * first.score).toList();
        if (near.size() <= COMPANY) {
            return first;
        }
        for (var around = first.parent; around != null && around.parent != null; around = around.parent) {
            var holder = around;
            if (near.stream().filter(part -> part.isIn(holder)).count() > COMPANY) {
                return around;
            }
        }
        return first;
    }

    /** Goes outwards while that brings more of the article, and as long as nothing else is there. */
    private static Part outwards(Part first) {
        var top = first;
        var last = first.score;
        var least = last / 3;
        for (var around = top.parent; around != null && around.parent != null; around = around.parent) {
            if (around.score < least && around.score != 0) {
                break;
            }
            if (around.score > last) {
                top = around;
                break;
            }
            last = around.score == 0 ? last : around.score;
        }
        while (top.parent != null
                && top.parent.parent != null
                && top.parent.standing().size() == 1) {
            top = top.parent;
        }
        return top;
    }

    private List<Part> withNeighbours(Part top) {
        if (top.parent == null) {
            return List.of(top);
        }
        var enough = Math.max(10, top.score * 0.2);
        Set<Part> kept = new LinkedHashSet<>();
        for (var each : top.parent.standing()) {
            if (each == top || belongs(each, top, enough)) {
                kept.add(each);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean belongs(Part each, Part top, double enough) {
        var alike =
                !top.element.className().isEmpty() && each.element.className().equals(top.element.className());
        if (each.score + (alike ? top.score * 0.2 : 0) >= enough) {
            return true;
        }
        if (each.named == Named.ARTICLE || each.children.stream().anyMatch(child -> child.named == Named.ARTICLE)) {
            return each.text > 0 && each.linkShare() < 0.25 && top.text > each.text;
        }
        return each.tag().equals("p")
                && (each.text > 80 ? each.linkShare() < 0.25 : each.text > 0 && each.linked == 0 && each.marks > 0);
    }
}
