package app.tidings.curation.item;

import java.util.Locale;

/** What a page is; decides which section it is likely to stand in. Documents hold these names: none may go. */
public enum Kind {
    ARTICLE("article"),
    /** A repository, or software. */
    PROJECT("project"),
    /** A proposal or standard with a number, such as a PEP, an RFC or a JEP. */
    SPECIFICATION("article"),
    VIDEO("audio"),
    PODCAST("audio"),
    /** Any other recording. */
    AUDIO("audio"),
    /** A scholarly one. */
    PAPER("article"),
    DISCUSSION("discussion"),
    /** A document in PDF that is no paper. */
    PDF("article");

    private final String section;

    Kind(String section) {
        this.section = section;
    }

    /** As events and the API say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of section, as profiles say it, that such things stand in. */
    public String section() {
        return section;
    }
}
