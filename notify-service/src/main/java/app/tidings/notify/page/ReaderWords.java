package app.tidings.notify.page;

import app.tidings.platform.page.Words;
import app.tidings.platform.page.Words.Bilingual;

/** What we say to readers, in Chinese or English. */
public final class ReaderWords {

    static final Bilingual BOTH = Words.beside(ReaderWords.class);

    private ReaderWords() {}

    /** The words that a reader of that language understands best. */
    public static Words in(String language) {
        return BOTH.in(language);
    }
}
