package app.tidings.curation.pdf;

import app.tidings.curation.pdf.PageLines.Line;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lines as they are set become paragraphs again: what stands on every page goes, words that were divided grow together. Pure. */
final class Paragraphs {

    /** As long as the text of a page may be. */
    static final int LONGEST = 100_000;

    private static final int ON_PAGES = 3;
    private static final float SAME_SIZE = 0.12f;
    private static final Pattern FIGURES = Pattern.compile("\\d+");
    private static final Pattern DIVIDED = Pattern.compile(".*\\p{L}[-\u00AD\u2010]", Pattern.DOTALL);
    private static final String ENDS = ".!?:。！？：…”\"」』";

    private Paragraphs() {}

    /** A line for each paragraph. */
    static String of(List<List<Line>> pages) {
        var seen = edges(pages);
        var paragraphs = new ArrayList<StringBuilder>();
        for (var page : pages) {
            var kept = IntStream.range(0, page.size())
                    .filter(i -> !isEdge(i, page) || seen.getOrDefault(shape(page.get(i)), 0) < ON_PAGES)
                    .mapToObj(page::get)
                    .toList();
            add(kept, paragraphs);
        }
        var text = String.join("\n", paragraphs);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static void add(List<Line> page, List<StringBuilder> paragraphs) {
        Line open = null;
        for (var line : page) {
            if (open == null ? goesOn(paragraphs, line) : isAlike(open, line)) {
                join(paragraphs.getLast(), line.text());
            } else {
                paragraphs.add(new StringBuilder(line.text()));
            }
            open = line.ends() ? null : line;
        }
    }

    /** A heading is larger than what follows. */
    private static boolean isAlike(Line one, Line next) {
        return Math.abs(one.size() - next.size()) <= SAME_SIZE * Math.max(one.size(), next.size());
    }

    /** How many pages have a line of this shape at their edge. */
    private static Map<String, Integer> edges(Collection<List<Line>> pages) {
        var seen = new HashMap<String, Integer>();
        for (var page : pages) {
            IntStream.range(0, page.size())
                    .filter(i -> isEdge(i, page))
                    .mapToObj(page::get)
                    .map(Paragraphs::shape)
                    .distinct()
                    .forEach(shape -> seen.merge(shape, 1, Integer::sum));
        }
        return seen;
    }

    /** The first two lines and the last two. */
    private static boolean isEdge(int place, List<Line> page) {
        return place < 2 || place >= page.size() - 2;
    }

    /** Pages are numbered. */
    private static String shape(Line line) {
        return FIGURES.matcher(line.text()).replaceAll("#");
    }

    /** Over the end of a page, or where a line was set in by mistake: a sentence does not begin with a small letter. */
    private static boolean goesOn(List<StringBuilder> paragraphs, Line line) {
        if (paragraphs.isEmpty()) {
            return false;
        }
        var before = paragraphs.getLast();
        return Character.isLowerCase(line.text().codePointAt(0))
                && ENDS.indexOf(before.charAt(before.length() - 1)) < 0;
    }

    private static void join(StringBuilder paragraph, String next) {
        if (isDivided(paragraph) && Character.isLowerCase(next.codePointAt(0))) {
            paragraph.setLength(paragraph.length() - 1);
        } else if (!isOfNoSpaces(paragraph.codePointBefore(paragraph.length())) || !isOfNoSpaces(next.codePointAt(0))) {
            paragraph.append(' ');
        }
        paragraph.append(next);
    }

    private static boolean isDivided(StringBuilder paragraph) {
        return DIVIDED.matcher(paragraph.substring(Math.max(0, paragraph.length() - 3)))
                .matches();
    }

    /** Chinese and Japanese, with their punctuation. */
    private static boolean isOfNoSpaces(int sign) {
        return switch (UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> (sign >= 0x3000 && sign <= 0x303F) || (sign >= 0xFF00 && sign <= 0xFFEF);
        };
    }
}
