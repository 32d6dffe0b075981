package app.tidings.ingest.source;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a source, to add it or to replace all that is set of it. What is left out, or null, has its default,
 * with two exceptions where a source is changed: left out, {@code connector} stays as it is, and a secret that is sent as it
 * is shown, by the word {@code set}, stays too. So what was read can be changed and sent back.
 *
 * @param publication needed to add a source; it never changes
 * @param feedUrl short for a {@code connector} of the kind {@code feed}
 * @param version needed to change a source: the one that was read
 */
record WantedSource(
        @Nullable String publication,
        @Nullable String feedUrl,
        @Nullable ConnectorSettings connector,
        @Nullable String name,
        @Nullable Integer intervalMinutes,
        @Nullable List<String> tags,
        @Nullable List<String> folder,
        @Nullable String owner,
        @Nullable String language,
        @Nullable Integer weight,
        @Nullable String licence,
        @Nullable String notes,
        @Nullable RequestSettings request,
        @Nullable Standing standing,
        @Nullable Integer keepNewest,
        @Nullable Instant mutedUntil,
        @Nullable Long version) {

    /** The settings of a source to be added; throws {@link BadValue} where it is not said where its links come from. */
    SourceSettings settings() {
        return settings(connector(FeedSettings::of), RequestSettings.NONE);
    }

    /** The settings of a source that is to be changed. */
    SourceSettings settings(SourceSettings standing) {
        var wanted = connector(feed -> feed == null ? standing.connector() : FeedSettings.of(feed));
        return settings(wanted, secrets(standing, wanted));
    }

    /** The fields that were sent and that a source has otherwise. */
    List<String> unlike(SourceSettings standing) {
        var wanted = settings(standing);
        return Stream.of(
                        new Part("connector", feedUrl == null ? connector : feedUrl, SourceSettings::connector),
                        new Part("name", name, SourceSettings::name),
                        new Part("intervalMinutes", intervalMinutes, SourceSettings::intervalMinutes),
                        new Part("tags", tags, SourceSettings::tags),
                        new Part("folder", folder, SourceSettings::folder),
                        new Part("owner", owner, SourceSettings::owner),
                        new Part("language", language, SourceSettings::language),
                        new Part("weight", weight, SourceSettings::weight),
                        new Part("licence", licence, SourceSettings::licence),
                        new Part("notes", notes, SourceSettings::notes),
                        new Part("request", request, SourceSettings::request),
                        new Part("standing", this.standing, SourceSettings::standing),
                        new Part("keepNewest", keepNewest, SourceSettings::keepNewest),
                        new Part("mutedUntil", mutedUntil, SourceSettings::mutedUntil))
                .filter(part -> part.sent() != null)
                .filter(part ->
                        !Objects.equals(part.of().apply(wanted), part.of().apply(standing)))
                .map(Part::field)
                .toList();
    }

    /** A field, with what was sent in it, and where it is among the settings. */
    private record Part(String field, @Nullable Object sent, Function<SourceSettings, @Nullable Object> of) {}

    /** Secrets stay with their host: else whoever may change a source could send them to a host of their own. */
    private static RequestSettings secrets(SourceSettings standing, ConnectorSettings wanted) {
        return wanted.host().equals(standing.connector().host()) ? standing.request() : RequestSettings.NONE;
    }

    /** Where links come from, by the short form or where nothing is said. */
    @FunctionalInterface
    private interface Otherwise {
        ConnectorSettings connector(@Nullable String feedUrl);
    }

    private ConnectorSettings connector(Otherwise otherwise) {
        if (connector != null && feedUrl != null) {
            throw new BadValue("feedUrl and connector say the same: leave one of them out");
        }
        return connector != null ? connector : otherwise.connector(feedUrl);
    }

    private SourceSettings settings(ConnectorSettings place, RequestSettings secrets) {
        return new SourceSettings(
                name == null ? "" : name,
                place,
                intervalMinutes,
                Objects.requireNonNullElse(tags, List.of()),
                Objects.requireNonNullElse(folder, List.of()),
                owner,
                language,
                Objects.requireNonNullElse(weight, SourceSettings.USUAL_WEIGHT),
                licence,
                notes,
                Objects.requireNonNullElse(request, RequestSettings.NONE).withSecretsOf(secrets),
                Objects.requireNonNullElseGet(standing, Standing.Active::new),
                keepNewest,
                mutedUntil);
    }
}
