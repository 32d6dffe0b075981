package app.tidings.curation.item;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.curation.language.Language;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote about an item; what they left alone is null or empty and stands as it was found.
 *
 * @param texts by language
 * @param facts what was found wrong, or not at all
 * @param weighed who had submitted it when an editor wrote the credits: who came later has theirs beside those. Null where nobody
 *     remembered
 */
public record Edits(
        Map<String, EditedText> texts,
        @Nullable String section,
        @Nullable Integer stars,
        @Nullable List<Credit> credits,
        List<Image> images,
        Facts facts,
        @Nullable List<Credit> weighed) {

    public static final Edits NONE = new Edits(Map.of(), null, null, null, List.of(), Facts.NONE, List.of());

    /**
     * What a person says of the page; what is null stands as it was found.
     *
     * @param language a tag of BCP 47
     */
    public record Facts(
            @Nullable String language,
            @Nullable Kind kind,
            @Nullable String author,
            @Nullable Instant publishedAt) {

        static final Facts NONE = new Facts(null, null, null, null);

        /**
         * The language of a title: that of the page where the page's was mistaken in the same way.
         *
         * @param found the title's
         * @param ofPage as it was found
         */
        Optional<String> titleLanguage(Optional<String> found, Optional<String> ofPage) {
            return language != null && found.isPresent() && found.equals(ofPage) ? Optional.of(language) : found;
        }

        /** Only the language is known. */
        public static Facts of(@Nullable String language) {
            return new Facts(language, null, null, null);
        }
    }

    /**
     * What a person wrote in a language.
     *
     * @param title empty where there is none
     * @param comment Markdown; empty where there is none
     * @param url the page in this language, such as a translation of it; none: the item's own is linked
     * @param drafted whether the title is a model's that was accepted as it was
     */
    public record EditedText(
            String title,
            String comment,
            @Nullable URI url,
            @Nullable Boolean drafted) {

        static final EditedText EMPTY = new EditedText("", "");

        public EditedText {
            drafted = Boolean.TRUE.equals(drafted); // null in documents of before
        }

        public EditedText(String title, String comment) {
            this(title, comment, null, false);
        }
    }

    /**
     * What is to be changed; what is null stays.
     *
     * @param facts how they stand then
     */
    public record Change(
            Map<String, TextChange> texts,
            @Nullable String section,
            @Nullable Integer stars,
            @Nullable List<Credit> credits,
            @Nullable List<Image> images,
            UnaryOperator<Facts> facts) {

        /** The texts alone. */
        public static Change of(Map<String, TextChange> texts) {
            return new Change(texts, null, null, null, null, UnaryOperator.identity());
        }
    }

    /**
     * What is to be changed of a text; what is null stays.
     *
     * @param url an empty one is taken back
     * @param drafted whether the title is a model's
     */
    public record TextChange(
            @Nullable String title,
            @Nullable String comment,
            @Nullable URI url,
            boolean drafted) {

        public TextChange(@Nullable String title, @Nullable String comment) {
            this(title, comment, null, false);
        }

        EditedText appliedTo(EditedText text) {
            var changed = title == null ? text.title() : title;
            return new EditedText(
                    changed,
                    comment == null ? text.comment() : comment,
                    changedUrl(text),
                    changed.equals(text.title()) ? text.drafted() : Boolean.valueOf(drafted));
        }

        private @Nullable URI changedUrl(EditedText text) {
            if (url == null) {
                return text.url();
            }
            return url.toString().isEmpty() ? null : url;
        }
    }

    public Edits {
        texts = Map.copyOf(texts);
        credits = credits == null ? null : List.copyOf(credits);
        images = List.copyOf(images);
        facts = Objects.requireNonNullElse(facts, Facts.NONE); // items were edited before there were any
        weighed = credits == null ? List.of() : weighed == null ? null : List.copyOf(weighed); // null of before
    }

    /**
     * Whom to thank: as an editor says, and whoever came later.
     *
     * @param submitters in order
     */
    List<Credit> credits(List<Credit> submitters) {
        if (credits == null) {
            return submitters;
        }
        var later = submitters.stream()
                .filter(each ->
                        weighed != null && weighed.stream().map(Credit::name).noneMatch(each.name()::equals));
        return Stream.concat(credits.stream(), later).distinct().toList();
    }

    /**
     * How a title came into a language; one that tells no language is the original in each.
     *
     * @param own the title where nobody wrote one
     * @param ownLanguage its language; null where it tells none
     */
    Translation translation(String own, @Nullable String ownLanguage, String language) {
        var written = texts.getOrDefault(language, EditedText.EMPTY);
        if (!written.title().isBlank() && !written.title().equals(own)) {
            return Boolean.TRUE.equals(written.drafted()) ? Translation.DRAFT : Translation.EDITOR;
        }
        return ownLanguage == null || Language.same(ownLanguage, language) ? Translation.ORIGINAL : Translation.MISSING;
    }

    /**
     * The same edits with the change applied.
     *
     * @param submitters by now
     */
    Edits with(Change change, List<Credit> submitters) {
        var changed = new HashMap<>(texts);
        change.texts()
                .forEach((language, text) -> changed.compute(
                        language, (_, before) -> text.appliedTo(before == null ? EditedText.EMPTY : before)));
        return new Edits(
                changed,
                change.section() == null ? section : change.section(),
                change.stars() == null ? stars : change.stars(),
                change.credits() == null ? credits : change.credits(),
                change.images() == null ? images : change.images(),
                change.facts().apply(facts),
                change.credits() == null ? weighed : submitters);
    }
}
