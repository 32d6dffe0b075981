package app.tidings.curation;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.LinkEvent.LinkWithdrawn;
import app.tidings.contracts.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links that are as good as any. */
public final class TestLinks {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final String PUBLICATION = "tidings-weekly";

    private TestLinks() {}

    /** An address that no other test has, and that nobody answers at. */
    public static String anAddress() {
        return "http://127.0.0.1:1/" + UUID.randomUUID();
    }

    public static LinkFound aLink() {
        return aLink(anAddress());
    }

    public static LinkFound aLink(String url) {
        return aLink(url, "A title from the feed");
    }

    public static LinkFound aLink(String url, String title) {
        return aLink(url, title, url);
    }

    /** A link whose canonical address is not the one that the source wrote. */
    public static LinkFound aLinkShownAt(String url, String shownUrl) {
        return aLink(url, "A title from the feed", shownUrl);
    }

    private static LinkFound aLink(String url, String title, String shownUrl) {
        return aLink(url, title, aSighting("s1", shownUrl, null));
    }

    /** A link that this source showed. */
    public static LinkFound aLinkFrom(String source, String url) {
        return aLink(url, "A title from the feed", aSighting(source, url, null));
    }

    private static LinkFound aLink(String url, String title, Sighting sighting) {
        return new LinkFound(
                Ids.link(PUBLICATION, url), PUBLICATION, 1, URI.create(url), title, null, List.of(sighting), NOW);
    }

    /** The same link, seen by another source and sent in by these. */
    public static LinkSeenAgain again(LinkFound found, long version, String source, String... contributors) {
        var sent = Stream.of(contributors)
                .map(contributor -> aSighting(source, found.url().toString(), new Credit(contributor, null)));
        var sightings = Stream.concat(found.sightings().stream(), sent).toList();
        return new LinkSeenAgain(
                found.linkId(),
                found.publicationId(),
                version,
                found.url(),
                found.title(),
                found.teaser(),
                sightings,
                NOW);
    }

    /** The same link, taken back. */
    public static LinkWithdrawn withdrawn(LinkFound found, long version, String reason) {
        return new LinkWithdrawn(
                found.linkId(),
                found.publicationId(),
                version,
                found.url(),
                found.title(),
                found.teaser(),
                found.sightings(),
                reason,
                NOW);
    }

    public static Sighting aSighting(String source, String url, @Nullable Credit contributor) {
        return new Sighting(source, "Source " + source, URI.create(url), NOW, NOW, contributor);
    }
}
