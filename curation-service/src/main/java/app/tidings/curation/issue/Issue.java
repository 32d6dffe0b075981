package app.tidings.curation.issue;

import static app.tidings.curation.issue.IssueState.APPROVED;
import static app.tidings.curation.issue.IssueState.DONE;
import static app.tidings.curation.issue.IssueState.DRAFT;
import static app.tidings.curation.issue.IssueState.NUMBERING;
import static app.tidings.curation.issue.IssueState.RENDERED;
import static app.tidings.curation.issue.IssueState.SENDING;

import app.tidings.contracts.Announce;
import app.tidings.contracts.Ids;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.curation.item.Item.Placement;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dated selection of items and blocks. It alone says which items stand in it.
 *
 * @param id publication and ULID
 * @param version of the document, from 1
 * @param headline by language
 * @param arrangement ids of items by section, in printing order
 * @param frozen what was frozen; none while it is a draft
 * @param editions how far each edition is, by edition id
 */
public record Issue(
        String id,
        long version,
        IssueState state,
        Map<String, String> headline,
        LocalDate date,
        Map<String, List<String>> arrangement,
        List<Block> blocks,
        @Nullable Frozen frozen,
        Map<String, EditionProgress> editions,
        Instant createdAt) {

    /**
     * What was frozen at approval.
     *
     * @param number none while it is being taken
     * @param version of the issue at which the approval is told; 0 while it has no number
     */
    public record Frozen(
            Profile profile,
            List<Part> parts,
            Announce announce,
            Instant at,
            @Nullable Integer number,
            long version) {}

    public Issue {
        headline = Map.copyOf(headline);
        blocks = List.copyOf(blocks);
        editions = Map.copyOf(editions);
    }

    static Issue draft(String id, Map<String, String> headline, LocalDate date, Instant now) {
        return new Issue(id, 1, DRAFT, headline, date, Map.of(), List.of(), null, Map.of(), now);
    }

    /** An issue that went out long ago, by other means: nothing of it is to be done any more. */
    public static Issue past(
            String id,
            Map<String, String> headline,
            LocalDate date,
            Map<String, List<String>> arrangement,
            List<Block> blocks,
            Frozen frozen) {
        return new Issue(id, 1, DONE, headline, date, arrangement, blocks, frozen, Map.of(), frozen.at());
    }

    public String publicationId() {
        return Ids.publicationOf(id);
    }

    public boolean editable() {
        return state == DRAFT;
    }

    public Stream<String> itemIds() {
        return arrangement.values().stream().flatMap(List::stream);
    }

    /** Where an item stands in it, if it does. */
    public Optional<Placement> placementOf(String itemId) {
        return arrangement.entrySet().stream()
                .filter(section -> section.getValue().contains(itemId))
                .findFirst()
                .map(section -> new Placement(id, section.getKey(), state.wentOut() ? number() : null));
    }

    /** Where it can be read in whole, by the language of the edition, as far as render has told. */
    public Map<String, URI> pages() {
        var pages = new HashMap<String, URI>();
        editions.forEach((editionId, progress) -> {
            if (progress.page() != null && editionId.endsWith(":" + EditionPlan.FULL)) {
                pages.put(editionId.split(":", -1)[2], progress.page()); // publication, ULID, language, access
            }
        });
        return pages;
    }

    private @Nullable Integer number() {
        return frozen == null ? null : frozen.number();
    }

    /**
     * The issue with the item in a section, and nowhere else in it.
     *
     * @param position from 1; none, or one behind the last: at the end
     */
    Issue placed(String itemId, String section, @Nullable Integer position) {
        var rest = without(itemId).arrangement;
        var entries = new ArrayList<>(rest.getOrDefault(section, List.of()));
        entries.add(Math.clamp((position == null ? entries.size() : position - 1), 0, entries.size()), itemId);
        var changed = new LinkedHashMap<>(rest);
        changed.put(section, List.copyOf(entries));
        return withArrangement(changed);
    }

    Issue without(String itemId) {
        var changed = new LinkedHashMap<String, List<String>>();
        arrangement.forEach((section, entries) -> {
            var kept = entries.stream().filter(each -> !each.equals(itemId)).toList();
            if (!kept.isEmpty()) {
                changed.put(section, kept);
            }
        });
        return withArrangement(changed);
    }

    Issue withArrangement(Map<String, List<String>> changed) {
        return new Issue(id, version, state, headline, date, changed, blocks, frozen, editions, createdAt);
    }

    Issue withBlocks(List<Block> changed) {
        return new Issue(id, version, state, headline, date, arrangement, changed, frozen, editions, createdAt);
    }

    Issue withDetails(Map<String, String> headlines, LocalDate dated) {
        return new Issue(id, version, state, headlines, dated, arrangement, blocks, frozen, editions, createdAt);
    }

    private Issue with(IssueState next, @Nullable Frozen changed) {
        return new Issue(id, version, next, headline, date, arrangement, blocks, changed, editions, createdAt);
    }

    /** From now on nothing of it changes; its number is still to be taken. */
    public Issue freeze(Profile profile, List<Part> parts, Announce announce, Instant now) {
        return with(NUMBERING, new Frozen(profile, parts, announce, now, null, 0));
    }

    /** The frozen issue with its number, to be told at its next version. */
    public Issue numbered(int number) {
        var held = Objects.requireNonNull(frozen, "only a frozen issue gets a number");
        return with(
                APPROVED, new Frozen(held.profile(), held.parts(), held.announce(), held.at(), number, version + 1));
    }

    /**
     * The approved issue with more texts, to be told anew at its next version.
     *
     * @param headlines by language, beside those there are
     */
    public Issue told(Profile profile, List<Part> parts, List<Block> texts, Map<String, String> headlines) {
        var held = Objects.requireNonNull(frozen, "only a frozen issue is told");
        var retold = new Frozen(profile, parts, held.announce(), held.at(), held.number(), version + 1);
        var merged = new HashMap<>(headlines);
        merged.putAll(headline);
        return new Issue(id, version, state, merged, date, arrangement, texts, retold, editions, createdAt);
    }

    /** Whether render has told of each edition as the issue is told now. */
    public boolean isPrinted() {
        return frozen != null
                && editionIds(frozen.profile()).stream()
                        .allMatch(each -> editions.getOrDefault(each, EditionProgress.NONE)
                                        .version()
                                >= frozen.version());
    }

    /** How the approval is told: the same event however often it is asked for. Empty while there is no number. */
    public Optional<IssueApproved> approved() {
        var told = frozen;
        return told == null || told.number() == null
                ? Optional.empty()
                : Optional.of(approved(told, told.number(), told.version()));
    }

    /** The event as it would be with a number; shows whether it can be sent. */
    public IssueApproved approvedAs(int number) {
        return approved(Objects.requireNonNull(frozen, "only a frozen issue is approved"), number, version);
    }

    private IssueApproved approved(Frozen told, int number, long asVersion) {
        var manuscript = new Manuscript(id, number, headline, date, told.profile(), told.parts(), blocks);
        return new IssueApproved(manuscript, asVersion, told.announce(), told.at());
    }

    /** The issue after something was heard of one of its editions. */
    public Issue progressed(String editionId, UnaryOperator<EditionProgress> heard) {
        if (frozen == null || !editionIds(frozen.profile()).contains(editionId)) {
            return this;
        }
        var changed = new HashMap<>(editions);
        changed.compute(editionId, (_, before) -> heard.apply(before == null ? EditionProgress.NONE : before));
        var reached = reached(frozen.profile(), changed);
        var next = reached.compareTo(state) > 0 ? reached : state;
        return new Issue(id, version, next, headline, date, arrangement, blocks, frozen, changed, createdAt);
    }

    private List<String> editionIds(Profile profile) {
        return profile.editions().stream()
                .map(each -> Ids.edition(id, each.language(), each.access()))
                .toList();
    }

    private IssueState reached(Profile profile, Map<String, EditionProgress> heard) {
        if (!heard.keySet()
                .containsAll(editionIds(profile))) { // whatever is heard of an edition, it is printed by then
            return APPROVED;
        }
        var progress = heard.values();
        if (progress.stream().allMatch(each -> each.outcome() != null)) {
            return DONE;
        }
        return progress.stream().anyMatch(each -> each.deliveries() != null) ? SENDING : RENDERED;
    }
}
