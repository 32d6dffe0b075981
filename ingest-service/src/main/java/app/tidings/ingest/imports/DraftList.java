package app.tidings.ingest.imports;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.opml.Opml.Outline;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a list of outlines would bring to a publication.
 *
 * @param sources each once, in the order of the list
 * @param repeated how many outlines tell of a source that stood in the list before
 * @param refused how many cannot become sources
 * @param refusals the first of these, with reasons
 */
record DraftList(List<Source> sources, int repeated, int refused, List<Refusal> refusals) {

    private static final int MAX_TOLD = 200;

    /** An outline that cannot become a source; {@code line} counts from 1. */
    record Refusal(int line, String name, String reason) {}

    /**
     * Judges each outline.
     *
     * @param now when they are added
     * @param check throws {@link BadValue} for what cannot be read here
     */
    static DraftList of(
            String publicationId,
            List<Outline> outlines,
            Instant now,
            BiConsumer<ConnectorSettings, RequestSettings> check) {
        var sources = new LinkedHashMap<String, Source>();
        var refusals = new ArrayList<Refusal>();
        var refused = 0;
        var repeated = 0;
        for (var outline : outlines) {
            switch (draft(publicationId, outline, now, check)) {
                case Source.Draft.Good(var source) ->
                    repeated += sources.putIfAbsent(source.id(), source) == null ? 0 : 1;
                case Source.Draft.Bad(var reason) -> {
                    refused++;
                    if (refusals.size() < MAX_TOLD) {
                        refusals.add(new Refusal(outline.line(), shown(outline), reason));
                    }
                }
            }
        }
        return new DraftList(List.copyOf(sources.values()), repeated, refused, List.copyOf(refusals));
    }

    private static Source.Draft draft(
            String publicationId, Outline outline, Instant now, BiConsumer<ConnectorSettings, RequestSettings> check) {
        try {
            var settings = outline.settings() == null ? settings(outline) : outline.settings();
            check.accept(settings.connector(), settings.request());
            return Source.draft(publicationId, settings.withFolder(outline.folder()), now);
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

    private static String shown(Outline outline) {
        @Nullable String shown = outline.feedUrl().isEmpty() ? outline.name() : outline.feedUrl();
        return Source.plain(shown, SourceSettings.MAX_NAME);
    }
}
