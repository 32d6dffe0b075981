package app.tidings.ingest.link;

import app.tidings.contracts.Sighting;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.link.Links.Standing;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
     * @param sourceIds every source that showed it, the first of all first
     * @param byPeople whether a person brought it or an editor let it through, so that no rule is asked about it
     * @param withdrawn why it is not wanted after all; null where it is
     * @param at when its newest version came to be
     */
    public record Seen(
            String id,
            List<String> sourceIds,
            URI url,
            FeedEntry entry,
            boolean byPeople,
            @Nullable String withdrawn,
            Instant at) {

        static Seen of(Standing standing) {
            var link = standing.link();
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
            return new Seen(
                    link.id(),
                    link.sightings().stream().map(Sighting::sourceId).toList(),
                    link.url(),
                    entry,
                    standing.accepted() || link.sightings().stream().anyMatch(each -> each.contributor() != null),
                    link.withdrawn(),
                    link.changedAt());
        }
    }

    /** Hands on every link of a publication that changed since then. */
    public void each(String publicationId, Instant since, Consumer<Seen> reader) {
        links.eachSince(publicationId, since, standing -> reader.accept(Seen.of(standing)));
    }
}
