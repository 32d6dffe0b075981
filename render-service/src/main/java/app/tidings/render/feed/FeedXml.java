package app.tidings.render.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in memory. The JDK's writer escapes; what XML 1.0 cannot hold at all (§2.2) is left out here. */
final class FeedXml {

    static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** What stands in a document, or in an element. */
    interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    private FeedXml() {}

    /** The document as UTF-8. */
    static byte[] document(Content content) {
        var text = new StringWriter();
        try {
            var out = WRITERS.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            content.write(out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed could not be written", e);
        }
        return text.toString().getBytes(UTF_8);
    }

    /** An element that holds a text. */
    static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        text(out, text);
        out.writeEndElement();
    }

    static void text(XMLStreamWriter out, String text) throws XMLStreamException {
        out.writeCharacters(legal(text));
    }

    static void attribute(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeAttribute(name, legal(value));
    }

    /** A date as RFC 3339 has it, to the second. */
    static String rfc3339(OffsetDateTime date) {
        return ISO_OFFSET_DATE_TIME.format(date.truncatedTo(SECONDS));
    }

    static String rfc3339(Instant instant) {
        return rfc3339(instant.atOffset(ZoneOffset.UTC));
    }

    private static String legal(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}
