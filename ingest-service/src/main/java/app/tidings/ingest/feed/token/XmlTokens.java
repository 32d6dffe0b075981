package app.tidings.ingest.feed.token;

import javax.xml.stream.XMLStreamException;

/**
 * The tags and texts of a document, forward. Nothing outside the document is ever read, a document that defines entities of
 * its own is refused where they are more than a few characters, those that HTML knows are characters; depth and attributes
 * are bounded.
 */
public sealed interface XmlTokens permits StrictTokens, LooseTokens {

    /** Deepest nesting of elements that is followed. */
    int MAX_DEPTH = 200;

    /** Most attributes of an element. */
    int MAX_ATTRIBUTES = 200;

    /** Longest value of an attribute, in characters. */
    int MAX_ATTRIBUTE_LENGTH = 32 * 1024;

    /** Most elements of a document, several hundred for each of the entries that are read. */
    int MAX_ELEMENTS = 300_000;

    /** What comes next. Comments and instructions do not. */
    enum Token {
        START,
        END,
        TEXT,
        DOCUMENT_END
    }

    /** The document defines entities of its own that are more than a few characters: no feed needs them, and they are a way of attack. */
    final class OwnEntitiesException extends XMLStreamException {

        private static final long serialVersionUID = 1L;
    }

    /** The document has more elements than any feed; what stands behind them is not read. */
    final class TooManyElementsException extends XMLStreamException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Goes to the next token.
     *
     * @throws XMLStreamException if there is none that can be made out; the walk is over then
     * @throws OwnEntitiesException if the document defines entities that are more than a few characters
     */
    Token next() throws XMLStreamException;

    /** The name of the element that starts or ends here, as it is written. */
    String name();

    /** How many attributes the element has that starts here. */
    int attributes();

    /** The name of an attribute as it is written, counted from 0. */
    String attributeName(int index);

    /** The value of an attribute, counted from 0. */
    String attributeValue(int index);

    /** The text here, entities resolved; a long text comes in pieces. */
    String text() throws XMLStreamException;

    /** The line of the place where the walk has come, from 1. */
    int line();
}
