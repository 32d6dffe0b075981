package app.tidings.notify.page;

import java.util.List;

/**
 * The form to subscribe.
 *
 * @param action where it posts to
 * @param failed whether what was typed before could not be used
 */
public record FormView(
        String action, String tagline, List<String> languages, String language, String email, boolean failed) {

    FormView failed(String typed, String chosen) {
        return new FormView(action, tagline, languages, languages.contains(chosen) ? chosen : language, typed, true);
    }
}
