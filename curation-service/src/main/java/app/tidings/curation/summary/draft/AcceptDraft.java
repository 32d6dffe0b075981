package app.tidings.curation.summary.draft;

import app.tidings.curation.editing.EditItem;
import app.tidings.curation.editing.EditItem.Edited;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Edits.TextChange;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.text.ItemDraft;
import app.tidings.curation.text.ItemDrafts;
import app.tidings.curation.text.ItemTexts;
import app.tidings.curation.text.MarkdownText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An editor's yes to a draft: it becomes the comment in that language, and its title the title where the editor has written
 * none. What an editor wrote gives way to it only where they say so, and is kept. Run twice, the second changes nothing.
 */
@Component
class AcceptDraft {

    private final Items items;
    private final ItemTexts texts;
    private final ItemDrafts drafts;
    private final EditItem edit;

    /**
     * What the editor said yes to.
     *
     * @param version of the item that they read
     * @param draft the id of the draft that they read
     * @param replace whether it may take the place of what somebody wrote
     * @param only the part of it that is wanted; none: the comment, and the title where nobody wrote one
     */
    record Yes(
            String id,
            String language,
            long version,
            String draft,
            boolean replace,
            @Nullable Part only) {}

    /** A part of a draft. */
    enum Part {
        TITLE,
        COMMENT
    }

    /** What became of it. */
    sealed interface Accepted {

        /** It stands, or stood already. */
        record Saved(Item item) implements Accepted {}

        /** There is no such item, or no draft of it in that language. */
        record Missing(String what) implements Accepted {}

        /** Something else stands there than what the editor read; the reason says what to do. */
        record Outdated(String reason) implements Accepted {}

        /** It is not possible; the reason is for the editor. */
        record Refused(String reason) implements Accepted {}
    }

    AcceptDraft(Items items, ItemTexts texts, ItemDrafts drafts, EditItem edit) {
        this.items = items;
        this.texts = texts;
        this.drafts = drafts;
        this.edit = edit;
    }

    Accepted run(Yes yes) {
        var item = items.find(yes.id());
        if (item.isEmpty()) {
            return new Accepted.Missing("there is no item " + yes.id());
        }
        var draft = Optional.ofNullable(drafts.find(yes.id()).drafts().get(yes.language()));
        return draft.isEmpty()
                ? new Accepted.Missing("item %s has no draft in %s".formatted(yes.id(), yes.language()))
                : accepted(yes, item.get(), draft.get());
    }

    private Accepted accepted(Yes yes, Item item, ItemDraft draft) {
        var written = item.textIn(yes.language()).orElse(new EditedText("", ""));
        if (!draft.id().equals(yes.draft())) {
            return new Accepted.Outdated(
                    "the draft in %s was written anew; read the summaries again and accept the one that stands there now"
                            .formatted(yes.language()));
        }
        if (yes.only() == Part.TITLE && draft.title() == null) {
            return new Accepted.Refused("the draft has no title; write one, or leave the page's own");
        }
        var text = text(yes, written, draft);
        if (stands(text.title(), written.title()) && stands(text.comment(), written.comment())) {
            return new Accepted.Saved(item);
        }
        var replaced = replaced(text, written);
        return refusal(yes, item, draft, replaced)
                .<Accepted>map(Accepted.Outdated::new)
                .orElseGet(() -> saved(yes, text, replaced));
    }

    private static TextChange text(Yes yes, EditedText written, ItemDraft draft) {
        var title = yes.only() == Part.TITLE
                || (yes.only() == null && written.title().isBlank());
        return new TextChange(
                title ? draft.title() : null,
                yes.only() == Part.TITLE ? null : MarkdownText.of(draft.text()),
                null,
                true);
    }

    private static boolean stands(@Nullable String wanted, String written) {
        return wanted == null || wanted.equals(written);
    }

    /** What somebody wrote where the draft is to stand. */
    private static List<String> replaced(TextChange text, EditedText written) {
        return Stream.of(
                        stands(text.title(), written.title()) ? "" : written.title(),
                        stands(text.comment(), written.comment()) ? "" : written.comment())
                .filter(words -> !words.isBlank())
                .toList();
    }

    private Optional<String> refusal(Yes yes, Item item, ItemDraft draft, List<String> replaced) {
        if (item.version() != yes.version()) {
            return Optional.of("the item is at version %d; read it again".formatted(item.version()));
        }
        if (draft.isOutdated(item.title(), texts.find(item.id()).orElse(""))) {
            return Optional.of("the page was read again since the draft was written; wait for the next draft, look the "
                    + "item up again for one, or write the text yourself");
        }
        return replaced.isEmpty() || yes.replace()
                ? Optional.empty()
                : Optional.of(("there is a text in %s already; send \"replace\": true to put the draft in its place: "
                                + "the summaries keep what was there under replaced")
                        .formatted(yes.language()));
    }

    private Accepted saved(Yes yes, TextChange text, List<String> replaced) {
        replaced.forEach(words -> drafts.keepReplaced(yes.id(), yes.language(), words));
        var change = Change.of(Map.of(yes.language(), text));
        var edited = edit.run(yes.id(), yes.version(), change);
        if (edited.isEmpty()) {
            return new Accepted.Missing("there is no item " + yes.id());
        }
        return switch (edited.get()) {
            case Edited.Saved(var item) -> new Accepted.Saved(item);
            case Edited.Stale(var version) ->
                new Accepted.Outdated("the item is at version %d; read it again".formatted(version));
            case Edited.Refused(var reason) -> new Accepted.Refused(reason);
        };
    }
}
