package app.tidings.ingest.rule;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import app.tidings.ingest.feed.FeedAuthor;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.source.SourcesChanged.SourceRemoved;
import app.tidings.platform.mongo.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/**
 * Collection {@code stopped}: one document per source, {@code _id} is its id, with the newest entries that did not become
 * links, and the keys of many more, so that none is stopped twice.
 */
@Repository
class Stopped {

    /** So many can be looked at. */
    static final int MAX_SHOWN = 200;

    private static final int MAX_KEYS = 5_000;

    private final MongoCollection<Document> collection;

    /**
     * An entry that did not become a link.
     *
     * @param n names it among the source's
     * @param rule the name of what stopped it
     * @param at when it was stopped
     */
    record Entry(
            String n,
            String rule,
            Instant at,
            @Nullable String title,
            @Nullable String link,
            @Nullable String text,
            @Nullable String author,
            @Nullable Instant date) {

        private static final int MAX_TITLE = 500;
        private static final int MAX_TEXT = 2_000;

        static Entry of(String n, String rule, FeedEntry entry, Instant at) {
            return new Entry(
                    n,
                    rule,
                    at,
                    entry.title().plainTitle(MAX_TITLE),
                    entry.address(),
                    entry.summary().plain(MAX_TEXT),
                    entry.author() == null ? null : entry.author().plain(),
                    entry.shownAt());
        }

        /** As its source showed it, but for what was cut. */
        FeedEntry asShown() {
            return new FeedEntry(
                    null,
                    link,
                    link,
                    new FeedText(title == null ? "" : title, false),
                    new FeedText(text == null ? "" : text, false),
                    author == null ? null : FeedAuthor.of(author),
                    date,
                    null);
        }
    }

    Stopped(MongoDatabase database) {
        this.collection = database.getCollection("stopped");
    }

    /** The keys of what was stopped of a source. */
    Set<String> keys(String sourceId) {
        var stored =
                collection.find(eq("_id", sourceId)).projection(include("keys")).first();
        return stored == null ? Set.of() : Set.copyOf(stored.getList("keys", String.class, List.of()));
    }

    /** Keeps what was stopped now and never before, oldest first. */
    void keep(String sourceId, List<Entry> entries) {
        collection.updateOne(
                eq("_id", sourceId),
                combine(
                        set("v", 1),
                        pushEach("keys", entries.stream().map(Entry::n).toList(), new PushOptions().slice(-MAX_KEYS)),
                        pushEach("entries", Documents.toDocuments(entries), new PushOptions().slice(-MAX_SHOWN))),
                new UpdateOptions().upsert(true));
    }

    /** The newest that were stopped, oldest first. */
    List<Entry> of(String sourceId) {
        var stored = collection.find(eq("_id", sourceId)).first();
        return stored == null ? List.of() : Documents.toRecords(stored.getList("entries", Document.class), Entry.class);
    }

    /** A source that is added again begins anew. */
    @EventListener
    void on(SourceRemoved removed) {
        collection.deleteOne(eq("_id", removed.sourceId()));
    }

    /** Takes it off the list; its key stays. Twice is as good as once. */
    void release(String sourceId, String n) {
        collection.updateOne(eq("_id", sourceId), pull("entries", new Document("n", n)));
    }
}
