package app.tidings.ingest.connector;

import app.tidings.ingest.feed.XmlCursor;
import app.tidings.ingest.feed.XmlCursor.Step;
import app.tidings.platform.fetch.Body;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What a repository tells of an artifact: its
 * <a href="https://maven.apache.org/ref/current/maven-repository-metadata/repository-metadata.html">repository metadata</a>.
 *
 * @param versions in the order of the document, the oldest first
 * @param release the newest that is meant for all; null where it does not say
 * @param lastUpdated when the last one came
 */
record MavenMetadata(
        List<String> versions,
        @Nullable String release,
        @Nullable Instant lastUpdated) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /**
     * Reads one to its end; null where the document has another form.
     *
     * @throws XMLStreamException if it is broken, or defines entities of its own
     */
    static @Nullable MavenMetadata read(Body document) throws XMLStreamException {
        var cursor = XmlCursor.open(document);
        if (cursor.next() != Step.START || !cursor.name().equals("metadata")) {
            return null;
        }
        var versions = new ArrayList<String>();
        String release = null;
        Instant lastUpdated = null;
        for (var step = cursor.next(); step != Step.DOCUMENT_END; step = cursor.next()) {
            switch (step == Step.START ? cursor.depth() + " " + cursor.name() : "") {
                case "3 release" -> release = text(cursor);
                case "3 lastupdated" -> lastUpdated = time(text(cursor));
                case "4 version" -> versions.add(text(cursor));
                default -> {} // what is in it is looked at in its turn
            }
        }
        return new MavenMetadata(versions, release, lastUpdated);
    }

    private static String text(XmlCursor cursor) throws XMLStreamException {
        return cursor.text(Versioning.MAX_LENGTH + 1).strip();
    }

    private static @Nullable Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** When a version came, which is known of the newest alone. */
    @Nullable
    Instant time(String version, String newest) {
        return version.equals(release == null ? newest : release) ? lastUpdated : null;
    }
}
