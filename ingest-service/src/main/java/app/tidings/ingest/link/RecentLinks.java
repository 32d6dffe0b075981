package app.tidings.ingest.link;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The links of the last days, for those who look through them. */
@Component
public class RecentLinks {

    private final Links links;

    RecentLinks(Links links) {
        this.links = links;
    }

    /**
     * A link as its first source showed it; its author is not kept.
     *
     * @param at when its newest version came to be
     */
    public record Seen(String sourceId, URI url, FeedEntry entry, Instant at) {

        static Seen of(Link link) {
            var first = link.sightings().getFirst();
            var entry = new FeedEntry(
                    null,
                    first.shownUrl().toString(),
                    first.shownUrl().toString(),
                    new FeedText(link.title(), false),
                    new FeedText(Objects.requireNonNullElse(link.teaser(), ""), false),
                    null,
                    first.publishedAt(),
                    null);
            return new Seen(first.sourceId(), link.url(), entry, link.changedAt());
        }
    }

    /** Hands on every link of a publication that changed since then. */
    public void each(String publicationId, Instant since, Consumer<Seen> reader) {
        links.eachSince(publicationId, since, link -> reader.accept(Seen.of(link)));
    }
}
