package app.tidings.curation.archive.line;

import app.tidings.curation.archive.line.Markup.Picture;
import app.tidings.curation.archive.line.Markup.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Running text, and what is in it.
 *
 * @param markdown as it was written
 * @param plain without markup, a line each for paragraphs; code and images are left out
 * @param paragraphs how many blocks of text, images and code apart; a list without blank lines is one
 * @param codeBlocks how many fenced blocks
 */
public record Passage(
        String markdown, String plain, List<Reference> links, List<Picture> images, int paragraphs, int codeBlocks) {

    /** Reads lines that follow one another. */
    public static Passage of(List<Line> lines) {
        var markdown =
                lines.stream().map(Line::text).collect(Collectors.joining("\n")).strip();
        var node = Markup.blocks(markdown);
        var blocks = blocks(lines);
        return new Passage(
                markdown,
                Markup.plain(node).strip(),
                Markup.links(node),
                Markup.images(node),
                (int) blocks.stream().filter(Passage::isText).count(),
                (int) blocks.stream().filter(block -> block.getFirst().code()).count());
    }

    public boolean isEmpty() {
        return markdown.isEmpty();
    }

    /** Lines that no blank line parts; fenced code is a block of its own. */
    public static List<List<Line>> blocks(List<Line> lines) {
        var blocks = new ArrayList<List<Line>>();
        var block = new ArrayList<Line>();
        for (var line : lines) {
            if (!block.isEmpty()
                    && (line.isBlank() || line.code() != block.getLast().code())) {
                blocks.add(List.copyOf(block));
                block.clear();
            }
            if (!line.isBlank()) {
                block.add(line);
            }
        }
        if (!block.isEmpty()) {
            blocks.add(List.copyOf(block));
        }
        return blocks;
    }

    private static boolean isText(List<Line> block) {
        return !block.getFirst().code()
                && !Markup.plain(Markup.blocks(block.stream().map(Line::text).collect(Collectors.joining("\n"))))
                        .isBlank();
    }
}
