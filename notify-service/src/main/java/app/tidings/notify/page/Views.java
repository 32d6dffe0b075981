package app.tidings.notify.page;

import java.util.List;

/** What the templates are filled with. */
public final class Views {

    private Views() {}

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
