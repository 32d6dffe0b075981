package app.tidings.ingest.feed.token;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Well-formed XML by Woodstox, fast; the first fault of the document ends the walk. */
public final class StrictTokens implements XmlTokens {

    private static final WstxInputFactory FACTORY = factory();

    /** Two names that stood for other characters when feeds were made after XHTML than they do in HTML today. */
    private static final Map<String, String> XHTML_NAMES = Map.of("lang", "\u2329", "rang", "\u232a");

    private final XMLStreamReader2 reader;

    /** Starts before the root. The text must start with the declaration or a tag. */
    public StrictTokens(Reader text) throws XMLStreamException {
        this.reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(text);
    }

    @Override
    public Token next() throws XMLStreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return Token.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return Token.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return Token.TEXT;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Token.DOCUMENT_END;
                }
                case XMLStreamConstants.DTD -> refuseOwnEntities();
                default -> {} // comments, instructions, white space around the root
            }
        }
    }

    @Override
    public String name() {
        return reader.getLocalName();
    }

    @Override
    public int attributes() {
        return reader.getAttributeCount();
    }

    @Override
    public String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    @Override
    public String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    @Override
    public String text() throws XMLStreamException {
        try {
            return reader.getText();
        } catch (WstxLazyException e) {
            throw unwrapped(e);
        }
    }

    @Override
    public int line() {
        return reader.getLocation().getLineNumber();
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
        if (subset != null && OwnEntities.defines(subset)) {
            throw new OwnEntitiesException();
        }
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // feeds forget to declare their prefixes
        factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver) StrictTokens::entity);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        factory.setXMLResolver(StrictTokens::nothing);
        return factory;
    }

    /** A character that HTML has a name for; any other name stays as it is written. */
    private static Object entity(
            @Nullable String publicId, @Nullable String systemId, @Nullable String base, String name) {
        var reference = "&" + name + ";";
        var character = XHTML_NAMES.getOrDefault(name, Parser.unescapeEntities(reference, false));
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
