package app.tidings.ingest.source;

import app.tidings.ingest.connector.FeedSettings;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people set of a source, as it is stored. */
record StoredSource(String publicationId, SourceSettings settings, Instant addedAt) {

    static StoredSource of(Source source) {
        return new StoredSource(source.publicationId(), source.settings(), source.addedAt());
    }

    /** The first shape: there were only feeds, and nothing was known of them but this. */
    record First(
            String publicationId,
            String name,
            URI feedUrl,
            @Nullable Integer intervalMinutes,
            Instant addedAt) {

        StoredSource inTodaysShape() {
            var settings = SourceSettings.of(name, new FeedSettings(feedUrl)).withInterval(intervalMinutes);
            return new StoredSource(publicationId, settings, addedAt);
        }
    }
}
