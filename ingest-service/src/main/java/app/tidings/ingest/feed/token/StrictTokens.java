package app.tidings.ingest.feed.token;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Well-formed XML by Woodstox, fast; the first fault of the document ends the walk. */
public final class StrictTokens implements XmlTokens {

    /** Longest run of signs without any that could end a name; Woodstox has no bound for names. */
    private static final int MAX_RUN = 64 * 1024;

    /** Each costs as much as a hundred plain signs. */
    private static final int MAX_REFERENCES = 10_000;

    /** What may end a name: a bit for each sign, the last of which is {@code >}. */
    private static final long ENDS =
            "<>&;=/\"' \t\r\n".chars().mapToLong(sign -> 1L << sign).reduce(0, (one, other) -> one | other);

    /** What nearly every feed is made of. */
    private static final String USUAL_NAMES = """
            <rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:atom="a"><channel><title/><link/><description/><language/>
            <atom:link href="" rel="" type=""/><item><guid isPermaLink=""/><pubDate/><category/><dc:creator/><content:encoded/>
            <comments/><enclosure url="" length=""/></item></channel><feed xmlns=""><id/><updated/><entry><published/>
            <summary/><content/><author><name/></author></entry></feed></rss>""";

    /** Two names that stood for other characters when feeds were made after XHTML than they do in HTML today. */
    private static final Map<String, String> XHTML_NAMES = Map.of("lang", "\u2329", "rang", "\u232a");

    private static final OwnNamesFactory FACTORY = factory();

    private final XMLStreamReader2 reader;
    private OwnEntities own = OwnEntities.NONE;
    private int references;
    private int elements;

    /**
     * Starts before the root, at a place of the document where its declaration or a tag begins.
     *
     * @throws XMLStreamException if that is none of XML, or the document has a name without end
     */
    public StrictTokens(String document, int start) throws XMLStreamException {
        if (hasEndlessName(document, start)) {
            throw new XMLStreamException("a name without end");
        }
        this.reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(new CleanReader(document, start));
        reader.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver) this::character);
    }

    /** Looks from behind for the end of each name that would be too long, so at few signs of the document. */
    private static boolean hasEndlessName(String document, int start) {
        var last = start;
        while (document.length() - last > MAX_RUN + 1) {
            var end = last + MAX_RUN + 1;
            while (end > last && !isEnd(document.charAt(end))) {
                end--;
            }
            if (end == last) {
                return true;
            }
            last = end;
        }
        return false;
    }

    private static boolean isEnd(char sign) {
        return sign <= '>' && (ENDS >>> sign & 1) != 0;
    }

    @Override
    public Token next() throws XMLStreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MAX_ELEMENTS) {
                        throw new TooManyElementsException();
                    }
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
                case XMLStreamConstants.DTD -> learnOwnEntities();
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

    private void learnOwnEntities() throws XMLStreamException {
        var subset = reader.getDTDInfo().getDTDInternalSubset();
        own = subset == null ? OwnEntities.NONE : OwnEntities.in(subset);
    }

    private static OwnNamesFactory factory() {
        var factory = new OwnNamesFactory();
        factory.configureForSpeed();
        // to intern names costs more than it saves, and much where all differ
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // feeds forget to declare their prefixes
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        factory.setXMLResolver(StrictTokens::nothing);
        factory.learn(USUAL_NAMES);
        return factory;
    }

    /** Characters that the document or HTML has a name for; any other name stays as it is written. */
    private Object character(@Nullable String publicId, @Nullable String systemId, @Nullable String base, String name)
            throws XMLStreamException {
        if (++references > MAX_REFERENCES) {
            throw new XMLStreamException("more references to characters than are worth their time");
        }
        var reference = "&" + name + ";";
        var defined = own.get(name);
        var character =
                defined == null ? XHTML_NAMES.getOrDefault(name, Parser.unescapeEntities(reference, false)) : defined;
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
