package app.tidings.notify.page;

import java.util.List;

/** What a reader has chosen, or may choose, of one publication. */
public record PreferenceView(
        String publicationId,
        String name,
        boolean subscribed,
        boolean paused,
        List<String> languages,
        String language) {}
