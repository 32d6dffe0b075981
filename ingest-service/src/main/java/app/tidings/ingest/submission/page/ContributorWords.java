package app.tidings.ingest.submission.page;

import app.tidings.platform.page.Words;
import app.tidings.platform.page.Words.Bilingual;

/** What we say to contributors, in Chinese or English. */
public final class ContributorWords {

    static final Bilingual BOTH = Words.beside(ContributorWords.class);

    private ContributorWords() {}

    /** The words that a contributor of that language understands best. */
    public static Words in(String language) {
        return BOTH.in(language);
    }
}
