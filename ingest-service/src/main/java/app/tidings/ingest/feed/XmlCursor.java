package app.tidings.ingest.feed;

import app.tidings.platform.address.Host;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Walks a hostile XML document forward. Nothing outside the document is ever read; entities that it defines itself end the
 * walk, those that HTML knows are characters; depth, names and texts are bounded. Names come with the prefix that is usual
 * for their vocabulary, whatever the document calls it, and with none in the vocabulary of the root.
 */
public final class XmlCursor {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_ATTRIBUTE_LENGTH = 32 * 1024;

    private static final HttpUrl NOWHERE = new HttpUrl(true, new Host("invalid", null), 443, "/", null, null);

    private static final WstxInputFactory FACTORY = factory();

    private final XMLStreamReader2 reader;
    private final Deque<XmlScope> scopes = new ArrayDeque<>();
    private @Nullable String home;

    /** Where the walk has come. */
    public enum Step {
        START,
        END,
        DOCUMENT_END
    }

    /** The document defines entities of its own. */
    public static final class OwnEntitiesException extends XMLStreamException {

        private static final long serialVersionUID = 1L;
    }

    private XmlCursor(XMLStreamReader2 reader, HttpUrl base) {
        this.reader = reader;
        scopes.push(XmlScope.outermost(base));
    }

    /** Starts before the root of a document whose addresses are all absolute. */
    public static XmlCursor open(Body document) throws XMLStreamException {
        var text = new BufferedReader(FeedCharset.reader(document, null));
        FeedParser.firstSign(text);
        return open(text, NOWHERE);
    }

    /** Starts before the root. The text must start with the declaration or a tag. */
    static XmlCursor open(Reader text, HttpUrl base) throws XMLStreamException {
        return new XmlCursor((XMLStreamReader2) FACTORY.createXMLStreamReader(text), base);
    }

    /** Goes to the next start or end of an element. */
    public Step next() throws XMLStreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    scopes.push(scope().inner(reader));
                    return Step.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    scopes.pop();
                    return Step.END;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Step.DOCUMENT_END;
                }
                case XMLStreamConstants.DTD -> refuseOwnEntities();
                default -> {} // text between elements, comments, instructions
            }
        }
    }

    /** How many elements are open. */
    public int depth() {
        return scopes.size() - 1;
    }

    /** The name of the element that was just entered. */
    public String name() {
        var name = scope().name(reader.getLocalName());
        var colon = name.indexOf(':');
        var prefix = colon < 0 ? "" : name.substring(0, colon);
        if (home == null) {
            home = prefix;
        }
        return colon > 0 && prefix.equals(home) ? name.substring(colon + 1) : name;
    }

    /** An attribute of the element that was just entered, by its name as written. */
    public @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** The base of addresses in the element that was just entered. */
    public HttpUrl base() {
        return scope().base();
    }

    /** Goes behind the end of the element that was just entered. */
    public void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            var event = advance();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        scopes.pop();
    }

    /** Reads the element that was just entered to its end; what is longer than the limit is dropped. */
    public String text(int maxLength) throws XMLStreamException {
        return content(maxLength, false).raw();
    }

    /**
     * As {@link #text}; elements inside are kept as tags, and then the text is markup.
     *
     * @param escape whether the text between such elements is text, as in XHTML, or markup itself
     */
    FeedText content(int maxLength, boolean escape) throws XMLStreamException {
        var kept = new StringBuilder();
        var tagged = false;
        for (var depth = 1; depth > 0; ) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    tagged = true;
                    append(kept, "<" + localName() + ">", maxLength);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    append(kept, depth > 0 ? "</" + localName() + ">" : "", maxLength);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> appendText(kept, escape, maxLength);
                default -> {} // comments and instructions
            }
        }
        scopes.pop();
        return new FeedText(kept.toString(), tagged || escape);
    }

    /** Line of the place where the walk has come, from 1. */
    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Whether the walk ended because the document stops in the middle. */
    static boolean isTruncation(XMLStreamException fault) {
        return fault instanceof WstxEOFException;
    }

    private XmlScope scope() {
        return scopes.element();
    }

    private String localName() {
        var name = reader.getLocalName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private void appendText(StringBuilder kept, boolean escape, int maxLength) throws XMLStreamException {
        if (kept.length() >= maxLength) {
            return;
        }
        try {
            var text = reader.getText();
            append(kept, escape ? text.replace("&", "&amp;").replace("<", "&lt;") : text, maxLength);
        } catch (WstxLazyException e) {
            throw unwrapped(e);
        }
    }

    private static void append(StringBuilder kept, String text, int maxLength) {
        kept.append(text, 0, Math.min(text.length(), Math.max(0, maxLength - kept.length())));
    }

    private int advance() throws XMLStreamException {
        try {
            return reader.next();
        } catch (WstxLazyException e) {
            throw unwrapped(e);
        }
    }

    private static XMLStreamException unwrapped(WstxLazyException lazy) {
        return lazy.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException(lazy.getMessage());
    }

    private void refuseOwnEntities() throws XMLStreamException {
        var subset = reader.getDTDInfo().getDTDInternalSubset();
        if (subset != null && subset.contains("<!ENTITY")) {
            throw new OwnEntitiesException();
        }
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // feeds forget to declare their prefixes
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver) XmlCursor::entity);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        factory.setXMLResolver(XmlCursor::nothing);
        return factory;
    }

    /** A character that HTML has a name for; any other name stays as it is written. */
    private static Object entity(
            @Nullable String publicId, @Nullable String systemId, @Nullable String base, String name) {
        var reference = "&" + name + ";";
        var character = Parser.unescapeEntities(reference, false);
        return new StringReader(
                character.equals(reference)
                        ? "&amp;" + name + ";"
                        : character.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static Object nothing(
            @Nullable String publicId, @Nullable String systemId, @Nullable String base, @Nullable String namespace) {
        return new StringReader("");
    }
}
