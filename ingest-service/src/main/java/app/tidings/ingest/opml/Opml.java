package app.tidings.ingest.opml;

import app.tidings.ingest.feed.XmlCursor;
import app.tidings.ingest.feed.XmlCursor.Step;
import app.tidings.ingest.feed.token.XmlTokens.OwnEntitiesException;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.platform.fetch.Body;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads lists of feeds: OPML 1.0 and 2.0 (opml.org/spec2.opml), as readers write them. */
public final class Opml {

    /** Lists with more feeds than these are refused. */
    static final int MAX_FEEDS = 20_000;

    static final String NAMESPACE = "https://tidings.app/ns/opml";
    private static final String OWN = "tidings:settings";

    private Opml() {}

    /** What a document turned out to be. */
    public sealed interface Read {

        /**
         * A list of feeds.
         *
         * @param flaw why there may be more than these; null for a whole list
         */
        record Feeds(List<Outline> outlines, @Nullable String flaw) implements Read {}

        /** No such list; the reason says what to do. */
        record NotOpml(String reason) implements Read {}

        /** A list of more feeds than we take at once; the reason says what to do. */
        record TooLong(String reason) implements Read {}
    }

    /**
     * A feed of the list, with the line where it stands.
     *
     * @param feedUrl empty for a source of another kind
     * @param tags made of its folders and categories
     * @param folder the names of the outlines around it, from the outermost inwards
     * @param settings all that we wrote of the source ourselves; null for a list of another program
     */
    public record Outline(
            int line,
            @Nullable String name,
            String feedUrl,
            @Nullable Integer intervalMinutes,
            List<String> tags,
            List<String> folder,
            @Nullable SourceSettings settings) {}

    /** Reads a list; never throws for what stands in it. */
    public static Read read(Body document) {
        var outlines = new ArrayList<Outline>();
        XmlCursor cursor = null;
        try {
            cursor = XmlCursor.open(document);
            if (cursor.next() != Step.START || !cursor.name().equalsIgnoreCase("opml")) {
                return new Read.NotOpml("the document is not OPML: its first element is not <opml>");
            }
            return collect(cursor, outlines)
                    ? new Read.Feeds(outlines, null)
                    : new Read.TooLong("the list has more than %,d feeds, and none of them was added: split it"
                            .formatted(MAX_FEEDS));
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

    /** Reads to the end of the document; says whether the list has no more feeds than we take. */
    private static boolean collect(XmlCursor cursor, List<Outline> outlines) throws XMLStreamException {
        var folders = new ArrayDeque<String>();
        for (var step = cursor.next(); step != Step.DOCUMENT_END; step = cursor.next()) {
            if (step == Step.END) {
                folders.pollLast();
                continue;
            }
            var outline = cursor.name().equals("outline") ? outline(cursor, folders) : null;
            folders.addLast(outline == null && cursor.name().equals("outline") ? folder(cursor) : "");
            if (outline == null) {
                continue;
            }
            if (outlines.size() == MAX_FEEDS) {
                return false;
            }
            outlines.add(outline);
        }
        return true;
    }

    /** The source that an outline tells of; null for a folder, or whatever else it is. */
    private static @Nullable Outline outline(XmlCursor cursor, Collection<String> around) {
        var feedUrl = Objects.requireNonNullElse(cursor.attribute("xmlUrl"), "").strip();
        var settings = OutlineSettings.read(cursor.attribute(OWN));
        if (feedUrl.isEmpty() && settings == null) {
            return null;
        }
        var category = Objects.requireNonNullElse(cursor.attribute("category"), "");
        var folder = around.stream().filter(name -> !name.isEmpty()).toList();
        var names = Stream.concat(folder.stream(), Stream.of(category.split("[,/]")));
        return new Outline(
                cursor.line(),
                name(cursor),
                feedUrl,
                minutes(cursor.attribute("tidings:intervalMinutes")),
                OutlineSettings.tags(names),
                folder,
                settings);
    }

    private static String folder(XmlCursor cursor) {
        return Source.plain(name(cursor), SourceSettings.MAX_NAME);
    }

    private static @Nullable String name(XmlCursor cursor) {
        var title = cursor.attribute("title");
        return title == null || title.isBlank() ? cursor.attribute("text") : title;
    }

    private static @Nullable Integer minutes(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }
}
