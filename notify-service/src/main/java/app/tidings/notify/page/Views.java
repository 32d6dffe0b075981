package app.tidings.notify.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates are filled with. */
public final class Views {

    private Views() {}

    /**
     * What stands around a page.
     *
     * @param name of the publication
     * @param switchHref the same page in the other language
     */
    public record Frame(Words words, String name, String switchHref) {

        public String otherLanguage() {
            return words == Words.CHINESE ? Words.ENGLISH.language() : Words.CHINESE.language();
        }
    }

    /**
     * A page that says one thing.
     *
     * @param button posts to the same address
     */
    public record Notice(
            String title,
            String text,
            @Nullable String button,
            @Nullable Link link) {

        static Notice of(String title, String text) {
            return new Notice(title, text, null, null);
        }
    }

    /** The way on. */
    public record Link(String text, String href) {}

    /**
     * The form to subscribe.
     *
     * @param action where it posts to
     * @param failed whether what was typed before could not be used
     */
    public record Form(
            String action, String tagline, List<String> languages, String language, String email, boolean failed) {

        Form failed(String typed, String chosen) {
            return new Form(action, tagline, languages, languages.contains(chosen) ? chosen : language, typed, true);
        }
    }

    /** What a reader has chosen, or may choose, of one publication. */
    public record Preference(
            String publicationId,
            String name,
            boolean subscribed,
            boolean paused,
            List<String> languages,
            String language) {}

    /** A mail to one reader with one link. */
    public record Mail(
            String language, String title, String text, String button, String link, String hint, String imprint) {}
}
