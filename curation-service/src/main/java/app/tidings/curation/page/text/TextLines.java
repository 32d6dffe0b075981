package app.tidings.curation.page.text;

import app.tidings.curation.page.part.Part;
import app.tidings.curation.text.Blanks;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Collects text: a line for each paragraph, heading, list item, cell, caption and line of code. */
final class TextLines implements Sink {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");

    /** Length of the longest text that is kept, in characters. */
    private static final int LONGEST = 100_000;

    private final List<String> done = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int preformatted;
    private int length;

    /** The text of an article, and whether there is more of it. */
    record Lines(String text, boolean isCut) {}

    /** The text of an article. */
    static Lines of(List<Part> article) {
        var lines = new TextLines();
        Sink.pour(article, lines);
        return new Lines(lines.text(), lines.isCut());
    }

    /** The text of code, with each of its blanks. */
    static String verbatim(Part code) {
        var lines = new TextLines();
        lines.preformatted = 1;
        Sink.pour(List.of(code), lines);
        return lines.text();
    }

    @Override
    public boolean open(Part part) {
        if (part.isBlock() || part.tag().equals("br")) {
            end(part.tag().equals("br"));
        }
        if (part.tag().equals("pre")) {
            preformatted++;
        } else if (preformatted > 0 && part.tag().equals("code")) {
            end(false); // some write each line of code as a code element
        }
        return !isCut();
    }

    @Override
    public void text(String text) {
        if (preformatted == 0 || (text.indexOf('\n') < 0 && text.indexOf('\r') < 0)) {
            line.append(text);
            return;
        }
        var lines = LINE_END.split(text, -1);
        for (var i = 0; i < lines.length; i++) {
            line.append(lines[i]);
            if (i < lines.length - 1) {
                end(true);
            }
        }
    }

    @Override
    public void close(Part part) {
        if (part.isBlock()) {
            end(false);
        }
        if (part.tag().equals("pre")) {
            preformatted--;
        }
    }

    /** Ends a line; an empty one counts only in code, and only where the code has it. */
    private void end(boolean broken) {
        var text = preformatted > 0 ? line.toString().stripTrailing() : Blanks.collapsed(line);
        if (!text.isEmpty() || (preformatted > 0 && broken && !done.isEmpty())) {
            done.add(text);
            length += text.length() + 1;
        }
        line.setLength(0);
    }

    /** A line end stands between lines only. */
    private boolean isCut() {
        return length - 1 > LONGEST;
    }

    private String text() {
        end(false);
        var text = String.join("\n", done).stripTrailing();
        return text.length() > LONGEST ? cut(text) : text;
    }

    /** Behind the last whole line or sentence that fits, or at least not inside a character. */
    private static String cut(String text) {
        var fitting = text.substring(0, LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0));
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(fitting);
        sentences.last();
        var end = Math.max(sentences.previous(), fitting.lastIndexOf('\n'));
        return end > 0 ? fitting.substring(0, end).strip() : fitting;
    }
}
