package app.tidings.ingest.link;

import app.tidings.contracts.Ids;
import app.tidings.contracts.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Links that are as good as any. */
public final class TestLinks {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private TestLinks() {}

    /** A link that no other test has. */
    public static Link aLink() {
        return aLink("https://a.example/" + UUID.randomUUID(), "source-1");
    }

    /** The link that a source shows at an address, were it the first. */
    static Link aLink(String url, String sourceId) {
        return new Link(
                Ids.link("weekly", url),
                "weekly",
                URI.create(url),
                "A title",
                null,
                List.of(aSighting(url, sourceId)),
                1,
                NOW,
                null);
    }

    static Sighting aSighting(String url, String sourceId) {
        return new Sighting(sourceId, "Source " + sourceId, URI.create(url), null, NOW, null);
    }
}
