package app.tidings.local.newsroom;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it stands in its file.
 *
 * @param slug the end of its address; of a repository {@code owner/name}
 * @param markdown its text
 */
record Page(String site, String slug, Front front, String markdown) {

    enum Kind {
        ARTICLE,
        REPOSITORY,
        EPISODE,
        DISCUSSION
    }

    /**
     * What stands before the text.
     *
     * @param language none: the site's
     * @param before how long before the newsroom opened it was published
     * @param figure name of the picture that leads it
     * @param duration of an episode
     */
    record Front(
            String title,
            @Nullable Kind kind,
            @Nullable String language,
            String author,
            Duration before,
            String summary,
            @Nullable String figure,
            @Nullable String figureAlt,
            @Nullable List<String> tags,
            @Nullable List<Reply> replies,
            @Nullable Duration duration,
            @Nullable Integer number,
            int stars,
            int forks,
            @Nullable String programming,
            @Nullable String license) {

        Kind kindOrArticle() {
            return kind == null ? Kind.ARTICLE : kind;
        }
    }

    /** What somebody answered in a discussion. */
    record Reply(String author, Duration before, String text) {}

    String path() {
        return "/" + site + "/" + slug;
    }

    String title() {
        return front.title();
    }

    List<String> tags() {
        return front.tags() == null ? List.of() : front.tags();
    }

    List<Reply> replies() {
        return front.replies() == null ? List.of() : front.replies();
    }
}
