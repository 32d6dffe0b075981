package app.tidings.ingest.source;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what is new at a source is pushed to us, for people.
 *
 * @param state none, asked, active, denied or failing
 * @param until when the lease that the hub gave ends; null without one
 * @param reason why it is not, or not for long: what the hub gave, or a sentence of ours
 * @param lastContentAt when the hub last sent something that was rightly signed
 * @param ignored how often it sent something that was not taken in
 */
public record Push(
        String state,
        @Nullable URI hub,
        @Nullable Instant until,
        @Nullable String reason,
        @Nullable Instant lastContentAt,
        int ignored) {

    /** It is not, and need not be. */
    public static final Push NONE = none(null);

    /** It is not, for that reason. */
    public static Push none(@Nullable String reason) {
        return new Push("none", null, null, reason, null, 0);
    }

    /** Finds how it is. A seam, so that sources know nothing of hubs. */
    @FunctionalInterface
    public interface Lookup {

        /** By the ids of the sources; those of which there is nothing to say are left out. */
        Map<String, Push> of(Collection<Source> sources);

        /** How it is at one source. */
        default Push of(Source source) {
            return of(List.of(source)).getOrDefault(source.id(), NONE);
        }
    }
}
