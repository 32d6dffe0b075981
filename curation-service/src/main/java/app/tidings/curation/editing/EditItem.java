package app.tidings.curation.editing;

import app.tidings.contracts.ItemEvent.ItemEdited;
import app.tidings.contracts.Profile;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.publication.Publications;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A person writes about an item: texts, section, stars, credits, images, and what was found wrong. */
@Component
public class EditItem {

    private final Items items;
    private final Publications publications;
    private final InstantSource clock;

    /** What became of an edit. */
    public sealed interface Edited {

        /** It is saved, or says what stands already. */
        record Saved(Item item) implements Edited {}

        /** Somebody else wrote the item since it was read. */
        record Stale(long version) implements Edited {}

        /** It is not possible; the reason is for the editor. */
        record Refused(String reason) implements Edited {}
    }

    EditItem(Items items, Publications publications, InstantSource clock) {
        this.items = items;
        this.publications = publications;
        this.clock = clock;
    }

    /** Applies the change to the item as it was read at a version; empty when there is no such item. */
    public Optional<Edited> run(String id, long read, Change change) {
        return items.find(id).map(item -> edited(item, read, change));
    }

    private Edited edited(Item item, long read, Change change) {
        var profile = publications.find(item.publicationId());
        if (profile.isEmpty()) {
            return new Edited.Refused("publication %s is not known here".formatted(item.publicationId()));
        }
        var refusal = refusal(profile.get(), change);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var changed = item.edited(change);
        if (changed.equals(item)) {
            return new Edited.Saved(item);
        }
        if (item.version() != read) {
            return new Edited.Stale(item.version());
        }
        return items.replaceIfVersion(changed, event(changed, profile.get().language()))
                ? new Edited.Saved(changed.withVersion(read + 1))
                : new Edited.Stale(items.find(item.id()).map(Item::version).orElse(read));
    }

    private static Optional<Edited> refusal(Profile profile, Change change) {
        var languages = Publications.languagesOf(profile);
        var strange = change.texts().keySet().stream()
                .filter(each -> !languages.contains(each))
                .findFirst();
        if (strange.isPresent()) {
            return Optional.of(new Edited.Refused(
                    "%s is not a language of the publication; it has %s".formatted(strange.get(), languages)));
        }
        return change.section() == null || Publications.hasSection(profile, change.section())
                ? Optional.empty()
                : Optional.of(new Edited.Refused("the publication has no section " + change.section()));
    }

    private ItemEdited event(Item item, String language) {
        return new ItemEdited(
                item.id(),
                item.publicationId(),
                item.version() + 1,
                item.titleIn(language),
                item.textIn(language).map(EditedText::comment).orElse(null),
                clock.instant());
    }
}
