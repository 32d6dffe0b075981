package app.tidings.ingest.feed;

import app.tidings.ingest.feed.charset.FeedCharset;
import app.tidings.ingest.feed.token.StrictTokens;
import app.tidings.ingest.feed.token.XmlTokens;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Walks a hostile XML document forward. Nothing outside the document is ever read; entities that it defines itself end the
 * walk where they are more than a few characters, those that HTML knows are characters; depth, names and texts are bounded.
 * Names come in lower case with the prefix that is usual for their vocabulary, whatever the document calls it, and with none
 * in the vocabulary of the root.
 */
public final class XmlCursor {

    private final XmlTokens tokens;
    private final Deque<XmlScope> scopes = new ArrayDeque<>();
    private @Nullable String home;

    /** Where the walk has come. */
    public enum Step {
        START,
        END,
        DOCUMENT_END
    }

    private XmlCursor(XmlTokens tokens, XmlScope outermost) {
        this.tokens = tokens;
        scopes.push(outermost);
    }

    /** Starts before the root of a document whose addresses are all absolute. */
    public static XmlCursor open(Body document) throws XMLStreamException {
        var text = FeedCharset.text(document, null);
        return over(new StrictTokens(text, FeedParser.firstSign(text)), null);
    }

    /** Starts before the root of a document that was found at the base. */
    static XmlCursor over(XmlTokens tokens, @Nullable HttpUrl base) {
        return new XmlCursor(tokens, XmlScope.outermost(base));
    }

    /** Goes to the next start or end of an element. */
    public Step next() throws XMLStreamException {
        while (true) {
            switch (tokens.next()) {
                case START -> {
                    scopes.push(scope().inner(tokens));
                    return Step.START;
                }
                case END -> {
                    scopes.pop();
                    return Step.END;
                }
                case DOCUMENT_END -> {
                    return Step.DOCUMENT_END;
                }
                case TEXT -> {} // between elements
            }
        }
    }

    /** How many elements are open. */
    public int depth() {
        return scopes.size() - 1;
    }

    /** The name of the element that was just entered. */
    public String name() {
        var name = scope().name(tokens.name());
        var colon = name.indexOf(':');
        var prefix = colon < 0 ? "" : name.substring(0, colon);
        if (home == null) {
            home = prefix;
        }
        if (colon < 0) {
            return !home.isEmpty() && scope().isForeign() ? "foreign:" + name : name;
        }
        return prefix.equals(home) ? name.substring(colon + 1) : name;
    }

    /** An attribute of the element that was just entered, by its name as written, whatever the case. */
    public @Nullable String attribute(String name) {
        for (var i = 0; i < tokens.attributes(); i++) {
            if (tokens.attributeName(i).equalsIgnoreCase(name)) {
                return tokens.attributeValue(i);
            }
        }
        return null;
    }

    /** The base of addresses in the element that was just entered; null where none is known. */
    public @Nullable HttpUrl base() {
        return scope().base();
    }

    /** Whether the element that was just entered declares a vocabulary of RSS. */
    boolean knowsRss() {
        return scope().knowsRss();
    }

    /** Goes behind the end of the element that was just entered. */
    public void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            depth += switch (tokens.next()) {
                case START -> 1;
                case END -> -1;
                case TEXT -> 0;
                case DOCUMENT_END -> throw new XMLStreamException("ends in an element");
            };
        }
        scopes.pop();
    }

    /** Reads the element that was just entered to its end, without tags in it; what is longer than the limit is dropped. */
    public String text(int maxLength) throws XMLStreamException {
        var kept = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (tokens.next()) {
                case START -> depth++;
                case END -> depth--;
                case TEXT -> appendText(kept, false, maxLength);
                case DOCUMENT_END -> throw new XMLStreamException("ends in an element");
            }
        }
        scopes.pop();
        return kept.toString();
    }

    /**
     * As {@link #text}, but elements inside are kept as tags, and then the text is markup.
     *
     * @param escape whether the text between such elements is text, as in XHTML, or markup itself
     */
    FeedText content(int maxLength, boolean escape) throws XMLStreamException {
        var kept = new StringBuilder();
        var tagged = false;
        for (var depth = 1; depth > 0; ) {
            switch (tokens.next()) {
                case START -> {
                    depth++;
                    tagged = true;
                    append(kept, "<" + localName() + ">", maxLength);
                }
                case END -> {
                    depth--;
                    append(kept, depth > 0 ? "</" + localName() + ">" : "", maxLength);
                }
                case TEXT -> appendText(kept, escape, maxLength);
                case DOCUMENT_END -> throw new XMLStreamException("ends in an element");
            }
        }
        scopes.pop();
        return new FeedText(kept.toString(), tagged || escape);
    }

    /** Line of the place where the walk has come, from 1. */
    public int line() {
        return tokens.line();
    }

    private XmlScope scope() {
        return scopes.element();
    }

    private String localName() {
        var name = tokens.name();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private void appendText(StringBuilder kept, boolean escape, int maxLength) throws XMLStreamException {
        if (kept.length() < maxLength) {
            var text = tokens.text();
            append(kept, escape ? text.replace("&", "&amp;").replace("<", "&lt;") : text, maxLength);
        }
    }

    private static void append(StringBuilder kept, String text, int maxLength) {
        kept.append(text, 0, Math.min(text.length(), Math.max(0, maxLength - kept.length())));
    }
}
