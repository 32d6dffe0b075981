package app.tidings.curation.item;

import java.util.Locale;

/** What a page is; decides which section it is likely to stand in. */
public enum Kind {
    ARTICLE,
    PROJECT,
    AUDIO,
    DISCUSSION;

    /** As profiles and events say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
