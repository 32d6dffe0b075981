package app.tidings.curation.editing;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.curation.image.Images;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.TextChange;
import app.tidings.curation.text.PlainText;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An edit as the API takes it; what is left out stays as it is.
 *
 * @param version the item's version when it was read
 * @param texts by language
 * @param language of the page, a tag of BCP 47; what is empty here and in the next three stands as it was found
 * @param kind as {@code kind} of the item says it
 * @param publishedAt a day or an instant of ISO 8601
 */
record ItemPatch(
        @Nullable Long version,
        @Nullable Map<String, Text> texts,
        @Nullable String section,
        @Nullable Integer stars,
        @Nullable List<Credit> credits,
        @Nullable List<PickedImage> images,
        @Nullable String language,
        @Nullable String kind,
        @Nullable String author,
        @Nullable String publishedAt) {

    private static final int MAX_TITLE = 300;
    private static final int MAX_COMMENT = 10_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_ALT = 500;
    private static final int MAX_LIST = 20;

    /**
     * A text in one language; what is empty is taken back.
     *
     * @param url the page in this language, such as a translation of it
     */
    record Text(
            @Nullable String title,
            @Nullable String comment,
            @Nullable String url) {}

    /** A kept image that the entry is to show; where the alternative text is left out, the one that is proposed is taken. */
    record PickedImage(
            @Nullable String sha256,
            @Nullable String alt,
            @Nullable String caption) {}

    ItemPatch {
        require(version != null, "version is missing: send the one that you read");
        require(stars == null || stars >= 0, "stars must be 0 or more");
        require(credits == null || credits.size() <= MAX_LIST, "there are too many credits");
        require(credits == null || credits.stream().noneMatch(Objects::isNull), "a credit is null; leave it out");
        require(images == null || images.size() <= MAX_LIST, "there are too many images");
        require(images == null || images.stream().noneMatch(Objects::isNull), "an image is null; leave it out");
        texts = texts == null ? Map.of() : texts;
        texts.forEach((in, text) -> {
            require(text != null, "the text in %s is null; leave it out".formatted(in));
            require(length(text.title()) <= MAX_TITLE, "a title has at most %d characters".formatted(MAX_TITLE));
            require(
                    length(text.comment()) <= MAX_COMMENT,
                    "a comment has at most %d characters".formatted(MAX_COMMENT));
        });
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new BadValue(otherwise);
        }
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    long read() {
        return Objects.requireNonNull(version);
    }

    /**
     * The edit with its texts made fit; refuses an image that is not kept here.
     *
     * @param proposed images of the item's page with their alternative texts
     */
    Change change(Images kept, List<Image> proposed) {
        var changes = Objects.requireNonNull(texts).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> change(text.getValue())));
        return new Change(
                changes,
                section,
                stars,
                credits == null
                        ? null
                        : credits.stream().map(ItemPatch::cleaned).toList(),
                images == null
                        ? null
                        : images.stream()
                                .map(each -> image(each, kept, proposed))
                                .toList(),
                new Corrections(language, kind, author, publishedAt)::of);
    }

    private static Credit cleaned(Credit credit) {
        var name = PlainText.line(credit.name(), MAX_NAME);
        if (name == null) {
            throw new BadValue("a credit has no name that can be printed");
        }
        return new Credit(name, credit.url());
    }

    private static TextChange change(Text text) {
        return new TextChange(
                text.title() == null ? null : Objects.requireNonNullElse(PlainText.line(text.title(), MAX_TITLE), ""),
                text.comment() == null ? null : PlainText.markdown(text.comment()),
                text.url() == null ? null : address(text.url()),
                false);
    }

    private static URI address(String written) {
        if (written.isBlank()) {
            return URI.create("");
        }
        if (HttpUrl.parse(written) instanceof Parsed.Good(var url)) {
            return url.uri();
        }
        throw new BadValue("the url of a text is no address of a page; send one that begins with https:// or http://");
    }

    private static Image image(PickedImage picked, Images kept, List<Image> proposed) {
        var alt = picked.alt() == null
                ? proposed.stream()
                        .filter(each -> each.sha256().equals(picked.sha256()))
                        .map(Image::alt)
                        .findFirst()
                        .orElse("")
                : picked.alt();
        return kept.shown(
                        String.valueOf(picked.sha256()),
                        Objects.requireNonNullElse(PlainText.line(alt, MAX_ALT), ""),
                        Objects.requireNonNullElse(PlainText.line(picked.caption(), MAX_ALT), ""))
                .orElseThrow(() -> new BadValue(
                        "image %s is not kept here; take one of the item's proposedImages".formatted(picked.sha256())));
    }
}
