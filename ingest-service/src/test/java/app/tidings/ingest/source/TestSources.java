package app.tidings.ingest.source;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.Validators;
import app.tidings.ingest.outcome.PollState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sources that are as good as any. */
public final class TestSources {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private TestSources() {}

    /** A source that no other test has. */
    public static Source aSource() {
        return aSource("https://%s.example/feed.xml".formatted(UUID.randomUUID()));
    }

    public static Source aSource(String feedUrl) {
        return aSource("weekly", feedUrl);
    }

    public static Source aSource(String publication, String feedUrl) {
        return aSource(publication, SourceSettings.of("A source", FeedSettings.of(feedUrl)));
    }

    public static Source aSource(String publication, SourceSettings settings) {
        return ((Source.Draft.Good) Source.draft(publication, settings, NOW)).source();
    }

    /** Adds it, as somebody would. */
    public static void add(Sources sources, Source source) {
        sources.keepFirst(List.of(source), 0);
    }

    /** The same source, as it stands after a poll that is due again then. */
    public static Source dueAt(Source source, Instant due) {
        return source.polled(source.poll().dueAt(due));
    }

    /** How it stands after a poll at that time that found nothing changed. */
    public static PollState unchanged(Source source, Instant at) {
        return source.poll().unchanged(at, Validators.NONE, source.version());
    }
}
