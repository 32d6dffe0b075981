package app.tidings.ingest.opml;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.source.Source;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a list of sources as OPML 2.0 (opml.org/spec2.opml), as a stream: nothing of it is held. */
final class OpmlWriter {

    private static final WstxOutputFactory WRITERS = new WstxOutputFactory();

    private final XMLStreamWriter writer;

    /** Begins the list. It has no name of its own, so that the same sources make the same bytes in any publication. */
    OpmlWriter(OutputStream out) throws XMLStreamException {
        writer = WRITERS.createXMLStreamWriter(out, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("opml");
        writer.writeAttribute("version", "2.0");
        writer.writeNamespace("tidings", Opml.NAMESPACE);
        writer.writeStartElement("head");
        writer.writeStartElement("title");
        writer.writeCharacters("Tidings");
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeStartElement("body");
    }

    /** Opens a folder in the one that is open. */
    void open(String folder) throws XMLStreamException {
        writer.writeCharacters("\n");
        writer.writeStartElement("outline");
        writer.writeAttribute("text", folder);
        writer.writeAttribute("title", folder);
    }

    /** Closes the folder that was opened last. */
    void close() throws XMLStreamException {
        writer.writeCharacters("\n");
        writer.writeEndElement();
    }

    /** Writes a source into the folder that is open. */
    void write(Source source) throws XMLStreamException {
        var settings = source.settings();
        writer.writeCharacters("\n");
        writer.writeEmptyElement("outline");
        writer.writeAttribute("type", settings.connector() instanceof FeedSettings ? "rss" : "tidings");
        writer.writeAttribute("text", source.name());
        writer.writeAttribute("title", source.name());
        if (settings.connector() instanceof FeedSettings(var feedUrl)) {
            writer.writeAttribute("xmlUrl", feedUrl.toString());
        }
        if (!settings.tags().isEmpty()) {
            writer.writeAttribute("category", String.join(",", settings.tags()));
        }
        var minutes = settings.intervalMinutes();
        if (!OutlineSettings.isPlain(settings)) {
            writer.writeAttribute("tidings", Opml.NAMESPACE, "settings", OutlineSettings.write(settings));
        } else if (minutes != null) {
            writer.writeAttribute("tidings", Opml.NAMESPACE, "intervalMinutes", minutes.toString());
        }
    }

    /** Ends the list. */
    void end() throws XMLStreamException {
        writer.writeEndDocument();
        writer.close();
    }
}
