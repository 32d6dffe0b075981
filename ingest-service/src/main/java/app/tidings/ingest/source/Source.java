package app.tidings.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.outcome.PollState;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place where links come from, of a publication. The same place in the same publication is the same source, however its
 * address is spelled; it stays so when people or redirects lead it to another address.
 *
 * @param settings what people set
 * @param askedAt when somebody last asked for a poll at once
 * @param version counts the changes that people made
 */
public record Source(
        String id,
        String publicationId,
        SourceSettings settings,
        Instant addedAt,
        @Nullable Instant askedAt,
        long version,
        PollState poll) {

    /** How many buckets all sources are spread over. */
    public static final int BUCKETS = 256;

    private static final int ID_LENGTH = 24;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    /** A source that is not added yet, or why it cannot be. */
    public sealed interface Draft {

        /** It can be added. */
        record Good(Source source) implements Draft {}

        /** It cannot; the reason says what to change. */
        record Bad(String reason) implements Draft {}
    }

    /** Judges what somebody wants to add. */
    public static Draft draft(@Nullable String publicationId, SourceSettings settings, Instant now) {
        if (publicationId == null || !SLUG.matcher(publicationId).matches()) {
            return new Draft.Bad("publication is not an id of lower-case letters, digits and hyphens");
        }
        var fault = settings.fault();
        if (fault != null) {
            return new Draft.Bad(fault);
        }
        var key = settings.connector().key().getBytes(UTF_8);
        var id = publicationId + ":" + Ids.contentHash(key).substring(0, ID_LENGTH);
        return new Draft.Good(new Source(id, publicationId, settings, now, null, 1, PollState.none(now)));
    }

    /** Text of people as it is kept: one line, of characters that can be printed, cut to a number of them. */
    public static String plain(@Nullable String text, int maxLength) {
        return text == null ? "" : new FeedText(text, false).plain(maxLength);
    }

    /** What people call it. */
    public String name() {
        return settings.name();
    }

    /** The host that is asked when it is polled. */
    public String host() {
        return settings.connector().host();
    }

    /** The bucket that holds the source, for good. */
    public int bucket() {
        return Math.floorMod(id.hashCode(), BUCKETS);
    }

    /** When the next poll is due: at once, where somebody asked for it since the last one; never, where it is not polled. */
    public Instant dueAt() {
        var polledAt = poll.polledAt();
        return askedAt != null && (polledAt == null || askedAt.isAfter(polledAt))
                ? askedAt
                : settings.standing().due(poll.dueAt());
    }

    /** The source after a change by somebody; another interval, place or standing begins with a poll. */
    public Source changed(SourceSettings wanted, Instant now) {
        var begins = wanted.standing() instanceof Standing.Active && !isPolledAs(wanted);
        return new Source(id, publicationId, wanted, addedAt, begins ? now : askedAt, version + 1, poll);
    }

    private boolean isPolledAs(SourceSettings other) {
        return Objects.equals(settings.intervalMinutes(), other.intervalMinutes())
                && settings.connector().equals(other.connector())
                && settings.request().equals(other.request())
                && settings.standing().equals(other.standing());
    }

    /** The source after polls have shown that it has to be read otherwise, or no more. */
    public Source foundOtherwise(SourceSettings found) {
        return new Source(id, publicationId, found, addedAt, askedAt, version + 1, poll);
    }

    /** The source after a poll. */
    public Source polled(PollState state) {
        return new Source(id, publicationId, settings, addedAt, askedAt, version, state);
    }
}
