package app.tidings.ingest.source;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;

/** Whether a source is polled. Whatever it is, a poll that somebody asks for is made, but of what is archived. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Standing.Active.class, name = "active"),
    @Type(value = Standing.Paused.class, name = "paused"),
    @Type(value = Standing.Snoozed.class, name = "snoozed"),
    @Type(value = Standing.Archived.class, name = "archived")
})
public sealed interface Standing {

    /** A time that never comes. */
    Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** It is polled. */
    record Active() implements Standing {}

    /**
     * It is not polled until somebody resumes it.
     *
     * @param reason why, for people; empty where nobody said; ours where its server says that it is gone
     */
    record Paused(String reason) implements Standing {

        public Paused {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    /** It is not polled until then, and is active afterwards. */
    record Snoozed(Instant until) implements Standing {}

    /** It is kept for what it showed, and never polled again. */
    record Archived() implements Standing {}

    /** Its word at that time, as in {@code type}; a snooze that is over is active. */
    default String word(Instant now) {
        return switch (this) {
            case Active() -> "active";
            case Snoozed(var until) -> until.isAfter(now) ? "snoozed" : "active";
            case Paused _ -> "paused";
            case Archived() -> "archived";
        };
    }

    /** When a source that would be due then is due as it stands; {@link #NEVER} where it is not polled. */
    default Instant due(Instant wish) {
        return switch (this) {
            case Active() -> wish;
            case Snoozed(var until) -> until.isAfter(wish) ? until : wish;
            case Paused _, Archived _ -> NEVER;
        };
    }
}
