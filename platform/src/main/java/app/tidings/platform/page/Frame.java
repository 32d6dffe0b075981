package app.tidings.platform.page;

/**
 * What stands around a page.
 *
 * @param name of the publication
 * @param switchHref the same page in the other language
 */
public record Frame(Words words, String name, String switchHref) {

    public String otherLanguage() {
        return words.isChinese() ? "en" : "zh";
    }

    /** The other language, in its own words. */
    public String switchText() {
        return words.isChinese() ? "English" : "中文";
    }
}
