package app.tidings.ingest.opml;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.feed.XmlCursor;
import app.tidings.ingest.feed.XmlCursor.Step;
import app.tidings.ingest.feed.token.XmlTokens.OwnEntitiesException;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.platform.fetch.Body;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Lists of feeds as OPML 2.0, read and written as a stream. */
final class Opml {

    /** More feeds than these are not read from one list. */
    static final int MAX_FEEDS = 10_000;

    private static final String NAMESPACE = "https://tidings.app/ns/opml";
    private static final String OWN = "tidings:settings";
    private static final WstxOutputFactory WRITERS = new WstxOutputFactory();

    private Opml() {}

    /** What a document turned out to be. */
    sealed interface Read {

        /**
         * A list of feeds.
         *
         * @param flaw why there may be more than these; null for a whole list
         */
        record Feeds(List<Outline> outlines, @Nullable String flaw) implements Read {}

        /** No such list; the reason says what to do. */
        record NotOpml(String reason) implements Read {}
    }

    /**
     * A feed of the list, with the line where it stands.
     *
     * @param feedUrl empty for a source of another kind
     * @param tags made of its folders and categories
     * @param settings all that we wrote of the source ourselves; null for a list of another program
     */
    record Outline(
            int line,
            @Nullable String name,
            String feedUrl,
            @Nullable Integer intervalMinutes,
            List<String> tags,
            @Nullable SourceSettings settings) {}

    static Read read(Body document) {
        var outlines = new ArrayList<Outline>();
        XmlCursor cursor = null;
        try {
            cursor = XmlCursor.open(document);
            if (cursor.next() != Step.START || !cursor.name().equalsIgnoreCase("opml")) {
                return new Read.NotOpml("the document is not OPML: its first element is not <opml>");
            }
            return new Read.Feeds(outlines, collect(cursor, outlines));
        } catch (OwnEntitiesException e) {
            return new Read.NotOpml("the document defines XML entities of its own, which is refused for safety");
        } catch (XMLStreamException e) {
            return outlines.isEmpty() || cursor == null
                    ? new Read.NotOpml("the document is not valid XML")
                    : new Read.Feeds(
                            outlines,
                            "the list is broken XML at line %d; what stands behind that was not read"
                                    .formatted(cursor.line()));
        }
    }

    private static @Nullable String collect(XmlCursor cursor, List<Outline> outlines) throws XMLStreamException {
        var folders = new ArrayDeque<String>();
        for (var step = cursor.next(); step != Step.DOCUMENT_END; step = cursor.next()) {
            if (step == Step.END) {
                folders.poll();
                continue;
            }
            var outline = cursor.name().equals("outline") ? outline(cursor, folders) : null;
            folders.push(outline == null && cursor.name().equals("outline") ? folder(cursor) : "");
            if (outline == null) {
                continue;
            }
            if (outlines.size() == MAX_FEEDS) {
                return "the list has more than %,d feeds; those behind were not read: split it".formatted(MAX_FEEDS);
            }
            outlines.add(outline);
        }
        return null;
    }

    /** The source that an outline tells of; null for a folder, or whatever else it is. */
    private static @Nullable Outline outline(XmlCursor cursor, Collection<String> folders) {
        var feedUrl = Objects.requireNonNullElse(cursor.attribute("xmlUrl"), "").strip();
        var settings = OutlineSettings.read(cursor.attribute(OWN));
        if (feedUrl.isEmpty() && settings == null) {
            return null;
        }
        var category = Objects.requireNonNullElse(cursor.attribute("category"), "");
        var names = Stream.concat(folders.stream(), Stream.of(category.split("[,/]")));
        return new Outline(
                cursor.line(),
                name(cursor),
                feedUrl,
                minutes(cursor.attribute("tidings:intervalMinutes")),
                OutlineSettings.tags(names),
                settings);
    }

    private static String folder(XmlCursor cursor) {
        return Objects.requireNonNullElse(name(cursor), "");
    }

    private static @Nullable String name(XmlCursor cursor) {
        var title = cursor.attribute("title");
        return title == null || title.isBlank() ? cursor.attribute("text") : title;
    }

    private static @Nullable Integer minutes(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    /** Writes the sources that {@code all} hands on. */
    static void write(OutputStream out, String title, SourceWalk all) throws XMLStreamException {
        var writer = WRITERS.createXMLStreamWriter(out, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("opml");
        writer.writeAttribute("version", "2.0");
        writer.writeNamespace("tidings", NAMESPACE);
        writer.writeStartElement("head");
        writer.writeStartElement("title");
        writer.writeCharacters(title);
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeStartElement("body");
        all.each(source -> write(writer, source));
        writer.writeEndDocument();
        writer.close();
    }

    /** Hands on sources one by one. */
    @FunctionalInterface
    interface SourceWalk {

        void each(Consumer<Source> reader);
    }

    private static void write(XMLStreamWriter writer, Source source) {
        var settings = source.settings();
        try {
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
                writer.writeAttribute("tidings", NAMESPACE, "settings", OutlineSettings.write(settings));
            } else if (minutes != null) {
                writer.writeAttribute("tidings", NAMESPACE, "intervalMinutes", minutes.toString());
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the list could not be written", e);
        }
    }
}
