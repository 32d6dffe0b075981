package app.tidings.curation.item;

import static app.tidings.curation.item.ItemState.DECLINED;
import static app.tidings.curation.item.ItemState.NEW;
import static app.tidings.curation.item.ItemState.PLACED;
import static app.tidings.curation.item.ItemState.PUBLISHED;
import static app.tidings.curation.item.ItemState.SHORTLISTED;

import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemReopened;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import app.tidings.curation.item.Item.Placement;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Refused;
import app.tidings.curation.item.Step.Unchanged;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which way an item may go from where it is. Pure; each rule may be applied twice. */
public final class TriagePolicy {

    private TriagePolicy() {}

    /** An editor wants it, be it after having declined it. */
    public static Step shortlist(Item item, Instant now) {
        return switch (item.state()) {
            case NEW, DECLINED ->
                new Changed(
                        item.withState(SHORTLISTED).withDeclined(null),
                        new ItemShortlisted(item.id(), item.publicationId(), item.version() + 1, now));
            case SHORTLISTED -> new Unchanged(item);
            case PLACED, PUBLISHED, MERGED -> new Refused(whereItStands(item));
        };
    }

    /** An editor does not want it. */
    public static Step decline(Item item, @Nullable String reason, Instant now) {
        return switch (item.state()) {
            case NEW, SHORTLISTED -> declined(item, reason, now);
            case DECLINED ->
                Objects.equals(item.declined(), reason) ? new Unchanged(item) : declined(item, reason, now);
            case PLACED, PUBLISHED, MERGED -> new Refused(whereItStands(item));
        };
    }

    private static Step declined(Item item, @Nullable String reason, Instant now) {
        return new Changed(
                item.withState(DECLINED).withDeclined(reason),
                new ItemDeclined(item.id(), item.publicationId(), item.version() + 1, reason, now));
    }

    /** An editor thinks about it anew, as of what went out and is to run again, or of what was declined too soon. */
    public static Step reopen(Item item, Instant now) {
        return switch (item.state()) {
            case DECLINED, PUBLISHED ->
                new Changed(
                        item.withState(NEW).withDeclined(null).withPlacement(null),
                        new ItemReopened(item.id(), item.publicationId(), item.version() + 1, now));
            case NEW, SHORTLISTED -> new Unchanged(item);
            case PLACED, MERGED -> new Refused(whereItStands(item));
        };
    }

    /** Ingest took the link back: what no editor has decided about is declined, and what one decided stands. */
    public static Step withdraw(Item item, Instant now) {
        var withdrawn = item.sighted().withdrawn();
        return withdrawn != null && item.state() == NEW ? declined(item, withdrawn, now) : new Unchanged(item);
    }

    /** Ingest wants the link again: to be decided about, where it was declined only because it was withdrawn. */
    public static Step comeBack(Item item, Instant now) {
        var withdrawn = item.sighted().withdrawn();
        return withdrawn != null && item.state() == DECLINED && withdrawn.equals(item.declined())
                ? new Changed(
                        item.withState(NEW).withDeclined(null),
                        new ItemReopened(item.id(), item.publicationId(), item.version() + 1, now))
                : new Unchanged(item);
    }

    /** It stands in a section of an issue. */
    public static Step place(Item item, String issueId, String section, Instant now) {
        return switch (item.state()) {
            case NEW, SHORTLISTED -> placed(item, issueId, section, now);
            case PLACED -> {
                if (!standsIn(item, issueId)) {
                    yield new Refused(whereItStands(item));
                }
                yield section.equals(placement(item).section())
                        ? new Unchanged(item)
                        : placed(item, issueId, section, now);
            }
            case PUBLISHED -> standsIn(item, issueId) ? new Unchanged(item) : new Refused(whereItStands(item));
            case DECLINED -> new Refused("the item is declined; shortlist it first");
            case MERGED -> new Refused(whereItStands(item));
        };
    }

    private static Step placed(Item item, String issueId, String section, Instant now) {
        return new Changed(
                item.withState(PLACED).withPlacement(new Placement(issueId, section, null)),
                new ItemPlaced(item.id(), item.publicationId(), item.version() + 1, issueId, section, now));
    }

    /** It no longer stands in that issue; one that stands elsewhere stays there. */
    public static Step unplace(Item item, String issueId, Instant now) {
        return item.state() == PLACED && standsIn(item, issueId)
                ? new Changed(
                        item.withState(SHORTLISTED).withPlacement(null),
                        new ItemUnplaced(item.id(), item.publicationId(), item.version() + 1, issueId, now))
                : new Unchanged(item);
    }

    /**
     * Where an item went out.
     *
     * @param pages where the issue can be read, by the language of the edition
     */
    public record WentOut(String issueId, String section, int number, Map<String, URI> pages) {}

    /** Its issue went out: whatever the item says, it stood there. */
    public static Step publish(Item item, WentOut out, Instant now) {
        return item.state() == PUBLISHED && standsIn(item, out.issueId())
                ? new Unchanged(item)
                : new Changed(
                        item.withMerges(item.merges().withInto(null))
                                .withState(PUBLISHED)
                                .withPlacement(new Placement(out.issueId(), out.section(), out.number())),
                        new ItemPublished(
                                item.id(),
                                item.publicationId(),
                                item.version() + 1,
                                out.issueId(),
                                out.number(),
                                out.pages(),
                                now));
    }

    private static boolean standsIn(Item item, String issueId) {
        return item.placement() != null && item.placement().issueId().equals(issueId);
    }

    /** Where it stands, and what to do about it: for an item that is placed, published or merged. */
    public static String whereItStands(Item item) {
        var into = item.merges().into();
        if (into != null) {
            return "the item was merged into %s; decide about that one, or split it first".formatted(into.id());
        }
        var placement = placement(item);
        return placement.number() == null
                ? "the item stands in issue %s; take it out there first".formatted(placement.issueId())
                : "the item went out with issue %d".formatted(placement.number());
    }

    private static Placement placement(Item item) {
        return Objects.requireNonNull(item.placement(), "a placed item knows its place");
    }
}
