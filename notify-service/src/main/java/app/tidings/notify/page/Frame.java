package app.tidings.notify.page;

/**
 * What stands around a page.
 *
 * @param name of the publication, or of nothing in particular
 * @param switchHref the same page in the other language
 */
public record Frame(Words words, String name, String switchHref) {

    public String otherLanguage() {
        return words == Words.CHINESE ? Words.ENGLISH.language() : Words.CHINESE.language();
    }
}
