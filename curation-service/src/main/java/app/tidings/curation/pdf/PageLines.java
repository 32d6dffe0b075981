package app.tidings.curation.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of the first pages of a document, as they are set. Draws nothing, runs nothing, fills in no form. */
final class PageLines extends PDFTextStripper {

    /** Longer than nearly any paper; of a book, the beginning is enough. */
    static final int MOST_PAGES = 40;

    private static final int MOST_SIGNS_OF_A_PAGE = 60_000;

    /** Controls, those of direction among them, halves of signs, and what only one font knows the meaning of. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\uFFFD&&[^\\u00ad\\u200c\\u200d]]+");

    private final Limits limits;
    private final List<List<Line>> pages = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private List<Line> page = new ArrayList<>();
    private float size;
    private int signs;

    /**
     * A line.
     *
     * @param size of its largest sign, in points
     * @param ends whether a paragraph ends with it
     */
    record Line(String text, float size, boolean ends) {}

    PageLines(Limits limits) throws IOException {
        this.limits = limits;
        setEndPage(MOST_PAGES);
        setShouldSeparateByBeads(false);
        addOperator(new UseFont(this, limits));
        addOperator(new Passed(this));
    }

    /** Reads them; what was read before it was too much is there even then. */
    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    List<List<Line>> pages() {
        return pages;
    }

    /** {@code gs} may set a font past {@link UseFont}, and nothing else that matters to text. */
    private static final class Passed extends OperatorProcessor {

        Passed(PDFTextStripper engine) {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> arguments) {
            // says how to draw
        }

        @Override
        public String getName() {
            return OperatorName.SET_GRAPHICS_STATE_PARAMS;
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> arguments) throws IOException {
        limits.checkTime();
        super.processOperator(operator, arguments);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        limits.turn();
        if (++signs <= MOST_SIGNS_OF_A_PAGE) {
            super.processTextPosition(text);
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        limits.checkTime();
        line.append(NO_TEXT.matcher(text).replaceAll(""));
        for (var each : positions) {
            size = Math.max(size, each.getFontSizeInPt());
        }
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine(false);
    }

    @Override
    protected void writeParagraphStart() {
        // the end says enough
    }

    @Override
    protected void writeParagraphEnd() {
        endLine(true);
    }

    @Override
    protected void startPage(PDPage started) {
        signs = 0;
    }

    @Override
    protected void endPage(PDPage ended) {
        endLine(false);
        pages.add(page);
        page = new ArrayList<>();
    }

    private void endLine(boolean ends) {
        var text = line.toString().strip();
        if (!text.isEmpty()) {
            page.add(new Line(text, size, ends));
        } else if (ends && !page.isEmpty()) {
            var last = page.removeLast();
            page.add(new Line(last.text(), last.size(), true));
        }
        line.setLength(0);
        size = 0;
    }
}
