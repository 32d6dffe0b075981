package app.tidings.ingest.opml;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.connector.Connectors;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.opml.Opml.Outline;
import app.tidings.ingest.source.AddSources;
import app.tidings.ingest.source.AddSources.Added;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.platform.fetch.FetchSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds the feeds of an OPML list, and tells what became of each. Twice is as good as once. */
@Component
class ImportOpml {

    private static final int MAX_TOLD = 200;

    private final AddSources addSources;
    private final FetchSettings fetching;
    private final Connectors connectors;
    private final InstantSource clock;

    ImportOpml(AddSources addSources, FetchSettings fetching, Connectors connectors, InstantSource clock) {
        this.addSources = addSources;
        this.fetching = fetching;
        this.connectors = connectors;
        this.clock = clock;
    }

    /** What became of a list. */
    sealed interface Imported {

        /**
         * The list was read.
         *
         * @param alreadyThere feeds that were sources before, or stand in the list twice
         * @param refused how many cannot become sources
         * @param refusals the first of these, with reasons
         * @param flaw why the list may hold more; null for a whole list
         */
        record Report(
                int added,
                int alreadyThere,
                int refused,
                List<Refusal> refusals,
                @Nullable String flaw) implements Imported {}

        /** Nothing was added; the reason says what to do. */
        record NotOpml(String reason) implements Imported {}

        /** Nothing was added: nobody knows the publication. */
        record UnknownPublication(Set<String> known) implements Imported {}
    }

    /** A feed of the list that cannot become a source. */
    record Refusal(int line, String name, String reason) {}

    Imported run(String publicationId, Opml.Read read) {
        return switch (read) {
            case Opml.Read.NotOpml(var reason) -> new Imported.NotOpml(reason);
            case Opml.Read.Feeds(var outlines, var flaw) -> add(publicationId, outlines, flaw);
        };
    }

    private Imported add(String publicationId, List<Outline> outlines, @Nullable String flaw) {
        var drafts = new ArrayList<Source>();
        var refusals = new ArrayList<Refusal>();
        for (var outline : outlines) {
            switch (draft(publicationId, outline)) {
                case Source.Draft.Good(var source) -> drafts.add(source);
                case Source.Draft.Bad(var reason) ->
                    refusals.add(
                            new Refusal(outline.line(), Source.plain(shown(outline), SourceSettings.MAX_NAME), reason));
            }
        }
        return switch (addSources.run(publicationId, drafts)) {
            case Added.UnknownPublication(var known) -> new Imported.UnknownPublication(known);
            case Added.Kept(var fresh) -> {
                var told = List.copyOf(refusals.subList(0, Math.min(MAX_TOLD, refusals.size())));
                yield new Imported.Report(fresh.size(), drafts.size() - fresh.size(), refusals.size(), told, flaw);
            }
        };
    }

    private static @Nullable String shown(Outline outline) {
        return outline.feedUrl().isEmpty() ? outline.name() : outline.feedUrl();
    }

    private Source.Draft draft(String publicationId, Outline outline) {
        try {
            var settings = outline.settings() == null ? settings(outline) : outline.settings();
            connectors.refuseWhatLacksSomething(settings.connector());
            var proxy = settings.request().proxy();
            return proxy != null && !fetching.allowsProxy(proxy)
                    ? new Source.Draft.Bad("its proxy is none of those that the operator allows")
                    : Source.draft(publicationId, settings, clock.instant());
        } catch (BadValue unfit) {
            return new Source.Draft.Bad(String.valueOf(unfit.getMessage()));
        }
    }

    /** A list that names a feed badly still names it: then its host is its name. */
    private static SourceSettings settings(Outline outline) {
        var feed = FeedSettings.of(outline.feedUrl());
        var name = Source.plain(outline.name(), SourceSettings.MAX_NAME);
        return SourceSettings.of(name.isEmpty() ? Source.plain(feed.title(), SourceSettings.MAX_NAME) : name, feed)
                .withInterval(outline.intervalMinutes())
                .withTags(outline.tags());
    }
}
