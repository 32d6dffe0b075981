package app.tidings.contracts;

import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemEdited;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemReopened;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemSplit;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What curation-service says about items. Key: item id, which is the link's id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = ItemEnriched.class, name = "item-enriched"),
    @Type(value = ItemShortlisted.class, name = "item-shortlisted"),
    @Type(value = ItemDeclined.class, name = "item-declined"),
    @Type(value = ItemEdited.class, name = "item-edited"),
    @Type(value = ItemPlaced.class, name = "item-placed"),
    @Type(value = ItemUnplaced.class, name = "item-unplaced"),
    @Type(value = ItemPublished.class, name = "item-published"),
    @Type(value = ItemReopened.class, name = "item-reopened"),
    @Type(value = ItemMerged.class, name = "item-merged"),
    @Type(value = ItemSplit.class, name = "item-split")
})
public sealed interface ItemEvent extends Event {

    String TOPIC = "curation.items";

    String itemId();

    String publicationId();

    @Override
    default String key() {
        return itemId();
    }

    /**
     * The item has been looked up on the web as far as that went, or a later version of its link was taken in.
     *
     * @param linkVersion the last version of the link that the item holds; ingest asks again until its own is named
     * @param excerpt summary or beginning, at most 2,000 characters; never the text
     * @param quality what could not be found out, as short flags such as {@code no-text}
     */
    record ItemEnriched(
            String itemId,
            String publicationId,
            long version,
            long linkVersion,
            URI url,
            String title,
            @Nullable String excerpt,
            @Nullable String language,
            String kind,
            @Nullable String site,
            @Nullable Integer stars,
            List<String> quality,
            Instant occurredAt)
            implements ItemEvent {

        public static final int MAX_EXCERPT = 2_000;

        public ItemEnriched {
            guard(itemId, publicationId, version, occurredAt);
            Guard.positive(linkVersion, "linkVersion");
            Guard.httpUrl(url, "url");
            Guard.text(title, "title");
            Guard.text(kind, "kind");
            if (excerpt != null) {
                Guard.text(excerpt, "excerpt", MAX_EXCERPT);
            }
            quality = Guard.listOf(quality);
        }
    }

    /** An editor wants it for an issue. */
    record ItemShortlisted(String itemId, String publicationId, long version, Instant occurredAt) implements ItemEvent {

        public ItemShortlisted {
            guard(itemId, publicationId, version, occurredAt);
        }
    }

    /** An editor does not want it; the reason may be told to whoever submitted it. */
    record ItemDeclined(
            String itemId,
            String publicationId,
            long version,
            @Nullable String reason,
            Instant occurredAt) implements ItemEvent {

        public ItemDeclined {
            guard(itemId, publicationId, version, occurredAt);
        }
    }

    /** An editor saved another title or comment, or another section. */
    record ItemEdited(
            String itemId,
            String publicationId,
            long version,
            String title,
            @Nullable String comment,
            Instant occurredAt)
            implements ItemEvent {

        public ItemEdited {
            guard(itemId, publicationId, version, occurredAt);
            Guard.text(title, "title");
        }
    }

    /** It stands in a section of an issue. */
    record ItemPlaced(
            String itemId, String publicationId, long version, String issueId, String section, Instant occurredAt)
            implements ItemEvent {

        public ItemPlaced {
            guard(itemId, publicationId, version, occurredAt);
            Guard.text(issueId, "issueId");
            Guard.text(section, "section");
        }
    }

    /** It was taken out of an issue that is not approved yet. */
    record ItemUnplaced(String itemId, String publicationId, long version, String issueId, Instant occurredAt)
            implements ItemEvent {

        public ItemUnplaced {
            guard(itemId, publicationId, version, occurredAt);
            Guard.text(issueId, "issueId");
        }
    }

    /**
     * The issue that it stands in went out.
     *
     * @param pages where the whole issue can be read, by the language of the edition; empty where the writer did not know
     */
    record ItemPublished(
            String itemId,
            String publicationId,
            long version,
            String issueId,
            int number,
            Map<String, URI> pages,
            Instant occurredAt)
            implements ItemEvent {

        public ItemPublished {
            guard(itemId, publicationId, version, occurredAt);
            Guard.text(issueId, "issueId");
            Guard.positive(number, "number");
            pages = Guard.mapOf(pages);
            pages.values().forEach(page -> Guard.httpUrl(page, "page"));
        }
    }

    /** It was declined, and is to be decided about anew. */
    record ItemReopened(String itemId, String publicationId, long version, Instant occurredAt) implements ItemEvent {

        public ItemReopened {
            guard(itemId, publicationId, version, occurredAt);
        }
    }

    /**
     * It leads to the same article as another item, which from now on stands for both; or a later version of its link was taken
     * in while that is so.
     *
     * @param linkVersion as of {@link ItemEnriched}
     * @param into the item that stands for both
     * @param evidence what shows it, such as {@code address}, {@code title} or {@code text}; {@code editor} where a person says so
     */
    record ItemMerged(
            String itemId,
            String publicationId,
            long version,
            long linkVersion,
            String into,
            String evidence,
            Instant occurredAt)
            implements ItemEvent {

        public ItemMerged {
            guard(itemId, publicationId, version, occurredAt);
            Guard.positive(linkVersion, "linkVersion");
            Guard.text(evidence, "evidence");
            guardOther(into, itemId, "into");
        }
    }

    /** It was merged, and stands for itself again, for an editor says that it is another article. */
    record ItemSplit(String itemId, String publicationId, long version, String from, Instant occurredAt)
            implements ItemEvent {

        public ItemSplit {
            guard(itemId, publicationId, version, occurredAt);
            guardOther(from, itemId, "from");
        }
    }

    private static void guardOther(String other, String itemId, String name) {
        if (!Ids.publicationOf(Guard.text(other, name)).equals(Ids.publicationOf(itemId)) || other.equals(itemId)) {
            throw new BadValue(name + " is not another item of the publication");
        }
    }

    private static void guard(String itemId, String publicationId, long version, Instant occurredAt) {
        Guard.slug(publicationId, "publicationId");
        if (!Ids.publicationOf(Guard.text(itemId, "itemId")).equals(publicationId)) {
            throw new BadValue("itemId is not of the publication");
        }
        Guard.positive(version, "version");
        Guard.present(occurredAt, "occurredAt");
    }
}
