package app.tidings.curation.item;

import app.tidings.contracts.Manuscript.Image;
import app.tidings.curation.page.picture.Picture;
import app.tidings.curation.text.ReadingTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the web says about a link, as far as it could be found out.
 *
 * @param language BCP 47, {@code und} where unknown
 * @param repository none unless it is one
 * @param summary whole sentences, as plain text
 * @param images proposed to the editor, kept already
 * @param quality what could not be found out, as short flags such as {@code no-text}
 * @param leadsTo where the link led in the end; none where that is its own address, and in documents of before
 * @param formerly addresses of other names that the repository had, as far as they ran
 * @param extent how much of it there is
 * @param titleLanguage of its title alone, which somebody may have translated; null where the title does not tell
 * @param pictures what the page has to offer, the best first; one of them is among the images. None in documents of before
 */
public record Page(
        @Nullable String title,
        @Nullable String author,
        @Nullable String site,
        @Nullable Instant publishedAt,
        @Nullable String description,
        @Nullable URI canonical,
        String language,
        Kind kind,
        @Nullable Repository repository,
        @Nullable String summary,
        List<Image> images,
        List<String> quality,
        @Nullable URI leadsTo,
        List<URI> formerly,
        Extent extent,
        @Nullable String titleLanguage,
        List<Picture> pictures) {

    public static final String UNKNOWN_LANGUAGE = "und";

    /** The flag of a page that could not be read. */
    public static final String NONE = "no-page";

    /** The flag of a text that a person gave, because the page did not. */
    public static final String PASTED = "pasted-text";

    /** The flag of what is looked up again, because it could not be found out for now. */
    public static final String AGAIN_LATER = "again-later";

    public Page {
        images = List.copyOf(images);
        quality = List.copyOf(quality);
        formerly = formerly == null ? List.of() : List.copyOf(formerly); // null in documents of before
        extent = extent == null ? Extent.UNKNOWN : extent; // as in documents of earlier versions
        pictures = pictures == null ? List.of() : List.copyOf(pictures); // likewise
    }

    public boolean isLookedUpAgain() {
        return quality.contains(AGAIN_LATER);
    }

    /** Stars of the repository that the page is of; what is said in one has none of its own. */
    Optional<Integer> stars() {
        return kind == Kind.DISCUSSION
                ? Optional.empty()
                : Optional.ofNullable(repository).map(Repository::stars);
    }

    /** The one that was found later, unless the page was lost by then; this one is not looked up again either. */
    public Page orBetter(Page later) {
        return later.quality.contains(NONE) && !quality.contains(NONE) ? settled() : later;
    }

    /** Whether it says the same as another, be it at another time. */
    public boolean saysWhat(Page other) {
        return timeless().equals(other.timeless());
    }

    private Page timeless() {
        return repository == null ? this : with(repository.saidAgain(Instant.EPOCH), quality);
    }

    private Page settled() {
        return with(
                repository,
                quality.stream().filter(each -> !each.equals(AGAIN_LATER)).toList());
    }

    /** The same page with other facts of its repository, and other flags. */
    public Page with(@Nullable Repository facts, List<String> flags) {
        return new Page(
                title,
                author,
                site,
                publishedAt,
                description,
                canonical,
                language,
                kind,
                facts,
                summary,
                images,
                flags,
                leadsTo,
                formerly,
                extent,
                titleLanguage,
                pictures);
    }

    /**
     * How much of it there is; null where that is unknown, or there is no such thing.
     *
     * @param seconds how long a recording is
     * @param answers how many a discussion said that it has
     * @param words of its text in alphabetic scripts
     * @param characters of its text in Chinese and Japanese writing
     * @param readingMinutes that its text takes, at 230 words or 400 characters a minute
     * @param pages of a document in PDF, of which only the first ones are counted for the text
     */
    public record Extent(
            @Nullable Integer seconds,
            @Nullable Integer answers,
            @Nullable Integer words,
            @Nullable Integer characters,
            @Nullable Integer readingMinutes,
            @Nullable Integer pages) {

        public static final Extent UNKNOWN = new Extent(null, null, null, null, null, null);

        public Extent withLength(Duration length) {
            return new Extent((int) length.toSeconds(), answers, words, characters, readingMinutes, pages);
        }

        public Extent withAnswers(int count) {
            return new Extent(seconds, count, words, characters, readingMinutes, pages);
        }

        public Extent withText(ReadingTime text) {
            return new Extent(seconds, answers, text.words(), text.characters(), text.minutes(), pages);
        }

        public Extent withPages(int count) {
            return new Extent(seconds, answers, words, characters, readingMinutes, count);
        }
    }

    /**
     * What a repository's host says about it; what it does not say is null, empty or false.
     *
     * @param owner as it is now, which after a renaming is not what the link says; with groups where the host has such
     * @param license an SPDX identifier
     * @param host such as {@code github.com}; null as it was stored before there was more than one
     * @param pushedAt when it was last worked on, as near as the host says
     * @param copyOf what it is a fork or a mirror of: {@code owner/name}, or an address
     * @param asOf when the host was asked
     */
    public record Repository(
            String owner,
            String name,
            int stars,
            boolean archived,
            @Nullable String license,
            @Nullable String description,
            @Nullable String host,
            List<String> topics,
            @Nullable Instant pushedAt,
            @Nullable String copyOf,
            @Nullable Instant asOf) {

        public Repository {
            topics = topics == null ? List.of() : List.copyOf(topics); // null as it was stored before there were topics
        }

        /** The same facts, asked for anew. */
        public Repository saidAgain(Instant now) {
            return new Repository(
                    owner, name, stars, archived, license, description, host, topics, pushedAt, copyOf, now);
        }
    }
}
