package app.tidings.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.ingest.feed.FeedText;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import app.tidings.platform.address.HttpUrl;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place where links come from: a feed of a publication. The same feed in the same publication is the same source, however
 * its address is spelled.
 *
 * @param feedUrl the address as it is fetched
 * @param intervalMinutes between two polls; null for the installation's own
 * @param askedAt when somebody last asked for a poll at once
 * @param version counts the changes that people made
 */
public record Source(
        String id,
        String publicationId,
        String name,
        URI feedUrl,
        @Nullable Integer intervalMinutes,
        Instant addedAt,
        @Nullable Instant askedAt,
        long version,
        PollState poll) {

    /** How many buckets all sources are spread over. */
    public static final int BUCKETS = 256;

    private static final int ID_LENGTH = 24;
    static final int MAX_NAME = 200;
    private static final int MAX_INTERVAL_MINUTES = 7 * 24 * 60;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    /** A source that is not added yet, or why it cannot be. */
    public sealed interface Draft {

        /** It can be added. */
        record Good(Source source) implements Draft {}

        /** It cannot; the reason says what to change. */
        record Bad(String reason) implements Draft {}
    }

    /** Reads what somebody wants to add. */
    static Draft draft(
            @Nullable String publicationId,
            @Nullable String name,
            @Nullable String feedUrl,
            @Nullable Integer intervalMinutes,
            Instant now) {
        if (publicationId == null || !SLUG.matcher(publicationId).matches()) {
            return new Draft.Bad("publication is not an id of lower-case letters, digits and hyphens");
        }
        var fault = fault(name, intervalMinutes);
        if (fault != null) {
            return new Draft.Bad(fault);
        }
        if (feedUrl == null || feedUrl.isBlank()) {
            return new Draft.Bad("feedUrl is missing");
        }
        if (CanonicalUrl.of(feedUrl) instanceof Canonical.Valid(var canonical)
                && HttpUrl.parse(feedUrl.strip()) instanceof HttpUrl.Parsed.Good(var url)) {
            var id = publicationId + ":"
                    + Ids.contentHash(canonical.toString().getBytes(UTF_8)).substring(0, ID_LENGTH);
            return new Draft.Good(new Source(
                    id,
                    publicationId,
                    plain(name),
                    url.withoutFragment().uri(),
                    intervalMinutes,
                    now,
                    null,
                    1,
                    PollState.none(now)));
        }
        return new Draft.Bad("feedUrl is not an address that can be fetched: " + reason(feedUrl));
    }

    /** What is wrong with what people may change, or null. */
    static @Nullable String fault(@Nullable String name, @Nullable Integer intervalMinutes) {
        var plain = plain(name);
        if (plain.isEmpty() || plain.length() > MAX_NAME) {
            return "name is missing or longer than %d characters".formatted(MAX_NAME);
        }
        return intervalMinutes != null && (intervalMinutes < 1 || intervalMinutes > MAX_INTERVAL_MINUTES)
                ? "intervalMinutes is not from 1 to " + MAX_INTERVAL_MINUTES
                : null;
    }

    private static String plain(@Nullable String name) {
        return plain(name, Integer.MAX_VALUE);
    }

    /** A name as it is kept: one line, of characters that can be printed, cut to a number of them. */
    static String plain(@Nullable String name, int maxLength) {
        return name == null ? "" : new FeedText(name, false).plain(maxLength);
    }

    private static String reason(String feedUrl) {
        return switch (CanonicalUrl.of(feedUrl)) {
            case Canonical.Refused(var reason) -> reason;
            case Canonical.Valid _ -> "it cannot be read";
        };
    }

    /** The bucket that holds the source, for good. */
    public int bucket() {
        return Math.floorMod(id.hashCode(), BUCKETS);
    }

    /** When the next poll is due: at once, where somebody asked for it since the last one. */
    public Instant dueAt() {
        var polledAt = poll.polledAt();
        return askedAt != null && (polledAt == null || askedAt.isAfter(polledAt)) ? askedAt : poll.dueAt();
    }

    /** The source after a change by somebody; another interval begins with a poll. */
    Source changed(String newName, @Nullable Integer newIntervalMinutes, Instant now) {
        var asked = Objects.equals(intervalMinutes, newIntervalMinutes) ? askedAt : now;
        return new Source(
                id, publicationId, plain(newName), feedUrl, newIntervalMinutes, addedAt, asked, version + 1, poll);
    }

    /** The source after a poll. */
    public Source polled(PollState state) {
        return new Source(id, publicationId, name, feedUrl, intervalMinutes, addedAt, askedAt, version, state);
    }
}
