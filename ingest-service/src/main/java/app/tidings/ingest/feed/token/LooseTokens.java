package app.tidings.ingest.feed.token;

import javax.xml.stream.XMLStreamException;
import org.jsoup.parser.Parser;

/**
 * XML that is broken, read as a browser reads HTML: a sign that begins nothing is text, what is not closed is closed by what
 * holds it or by its next sibling, what was never opened is not closed. Elements that are nested too deeply are none: their
 * text is that of the last that is not. A text that the document's end cuts off is left out:
 * half an address is a wrong one. In one pass, whatever the document is.
 */
public final class LooseTokens implements XmlTokens {

    private final LooseMarkup markup;
    private final OpenElements open = new OpenElements();
    private OwnEntities own = OwnEntities.NONE;
    private int ends;
    private boolean starts;
    private boolean cut;
    private int elements;
    private String name = "";
    private boolean literal;

    /** Starts at a place of the document before its root, whatever stands there. */
    public LooseTokens(String document, int start) {
        this.markup = new LooseMarkup(document, start);
    }

    @Override
    public Token next() throws XMLStreamException {
        while (true) {
            if (ends > 0) {
                ends--;
                name = open.pop();
                return Token.END;
            }
            if (starts) {
                return start();
            }
            if (markup.isAtEnd()) {
                if (open.depth() == 0) {
                    return Token.DOCUMENT_END;
                }
                ends = open.depth();
                cut = true;
            } else if (isText(markup.take())) {
                return Token.TEXT;
            }
        }
    }

    /** Whether the document ended in its middle, with elements open. */
    public boolean wasCut() {
        return cut;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int attributes() {
        return markup.tag().attributes().size() / 2;
    }

    @Override
    public String attributeName(int index) {
        return markup.tag().attributes().get(2 * index);
    }

    @Override
    public String attributeValue(int index) {
        return characters(markup.tag().attributes().get(2 * index + 1));
    }

    @Override
    public String text() {
        return literal ? markup.text() : characters(markup.text());
    }

    @Override
    public int line() {
        return markup.line();
    }

    private Token start() {
        starts = false;
        name = markup.tag().name();
        open.push(name);
        ends = markup.tag().empty() || OpenElements.isVoid(name) ? 1 : 0;
        return Token.START;
    }

    /** Says whether a piece is text to be handed on; of a tag it notes which elements end and start there. */
    private boolean isText(LooseMarkup.Kind piece) throws XMLStreamException {
        switch (piece) {
            case TEXT -> literal = false;
            case LITERAL -> literal = true;
            case START -> {
                if (++elements > MAX_ELEMENTS) {
                    throw new TooManyElementsException();
                }
                ends = open.endedByStart(markup.tag().name(), markup.tag().empty());
                starts = open.depth() - ends < MAX_DEPTH;
            }
            case END -> ends = open.endedByEnd(markup.tag().name());
            case DOCTYPE -> own = own.or(OwnEntities.in(markup.text()));
            case NOTHING -> {}
        }
        var isText = piece == LooseMarkup.Kind.TEXT || piece == LooseMarkup.Kind.LITERAL;
        return isText && open.depth() > 0 && !markup.isAtEnd();
    }

    /** With references to characters resolved as in an attribute of HTML, where {@code ?a=1&copy=2} has none. */
    private String characters(String written) {
        return written.indexOf('&') < 0 ? written : Parser.unescapeEntities(own.resolvedIn(written), true);
    }
}
