package app.tidings.curation.item;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript.Image;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote about an item; what they left alone is null or empty and stands as it was found.
 *
 * @param texts by language
 */
public record Edits(
        Map<String, EditedText> texts,
        @Nullable String section,
        @Nullable Integer stars,
        @Nullable List<Credit> credits,
        List<Image> images) {

    public static final Edits NONE = new Edits(Map.of(), null, null, null, List.of());

    /** A title and a comment (Markdown) that a person wrote; empty where there is none. */
    public record EditedText(String title, String comment) {

        static final EditedText EMPTY = new EditedText("", "");
    }

    /** What is to be changed; what is null stays. */
    public record Change(
            Map<String, TextChange> texts,
            @Nullable String section,
            @Nullable Integer stars,
            @Nullable List<Credit> credits,
            @Nullable List<Image> images) {}

    /** What is to be changed of a text; what is null stays. */
    public record TextChange(
            @Nullable String title, @Nullable String comment) {

        EditedText appliedTo(EditedText text) {
            return new EditedText(title == null ? text.title() : title, comment == null ? text.comment() : comment);
        }
    }

    public Edits {
        texts = Map.copyOf(texts);
        credits = credits == null ? null : List.copyOf(credits);
        images = List.copyOf(images);
    }

    /** The same edits with the change applied. */
    public Edits with(Change change) {
        var changed = new HashMap<>(texts);
        change.texts()
                .forEach((language, text) -> changed.compute(
                        language, (_, before) -> text.appliedTo(before == null ? EditedText.EMPTY : before)));
        return new Edits(
                changed,
                change.section() == null ? section : change.section(),
                change.stars() == null ? stars : change.stars(),
                change.credits() == null ? credits : change.credits(),
                change.images() == null ? images : change.images());
    }
}
