package app.tidings.local.stage;

import java.io.PrintStream;

/** What the demo tells on a terminal of at most 100 columns. */
public final class Story {

    /** No line is wider, but for a word that is. */
    public static final int WIDTH = 100;

    private static final String MARGIN = "   ";
    private static final String SPINNER = "|/-\\";

    private final PrintStream out;
    private final boolean live;
    private int chapter;
    private int shownColumns;
    private int turn;

    /**
     * A story that begins here.
     *
     * @param live whether a line may be written over, as on a terminal
     */
    public Story(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Begins the story. */
    public void title(String text) {
        out.println(text);
        out.println("=".repeat(Columns.width(text)));
    }

    /** Begins the next chapter. */
    public void chapter(String text) {
        chapter++;
        out.println();
        out.println("%d  %s".formatted(chapter, text));
    }

    /** A paragraph. */
    public void say(String text) {
        said("", text);
    }

    /** A line of a list; what does not fit goes on below its beginning. */
    public void item(String mark, String text) {
        said(mark + " ", text);
    }

    /** A line of a list with a name before it. */
    public void row(String mark, String name, int nameColumns, String text) {
        said(mark + " " + Columns.fill(name, nameColumns) + "  ", text);
    }

    private void said(String head, String text) {
        erase();
        var indent = MARGIN.length() + Columns.width(head);
        var first = true;
        for (var line : Columns.wrap(text, WIDTH - indent)) {
            out.println((first ? MARGIN + head : " ".repeat(indent)) + line);
            first = false;
        }
    }

    /** An empty line. */
    public void blank() {
        erase();
        out.println();
    }

    /** Shows how far something is, over what was shown before; nothing where lines cannot be written over. */
    public void progress(String text) {
        if (!live) {
            return;
        }
        var line = Columns.cut(MARGIN + SPINNER.charAt(turn++ % SPINNER.length()) + " " + text, WIDTH - 1);
        out.print("\r" + line + " ".repeat(Math.max(0, shownColumns - Columns.width(line))));
        out.flush();
        shownColumns = Columns.width(line);
    }

    /** Takes the progress line back. */
    public void erase() {
        if (shownColumns > 0) {
            out.print("\r" + " ".repeat(shownColumns) + "\r");
            out.flush();
            shownColumns = 0;
        }
    }
}
