package app.tidings.local.inspect.score;

import app.tidings.curation.language.Language;
import java.util.regex.Pattern;

/** Judges the language of titles and sentences, lines of {@code text language} with a tab between. */
public record LanguageScore(Tally tally) {

    private static final int FIELDS = 2;
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-\\w+)*");

    /** Counts a line into the measure {@code language}; one of another form, such as that which names the columns, is passed over. */
    public void add(String line) {
        var fields = line.split("\t", -1);
        if (fields.length >= FIELDS && TAG.matcher(fields[1]).matches()) {
            tally.count("language", language(fields[0]).equals(fields[1].split("-", -1)[0]), line);
        }
    }

    /** The language of a title as a primary subtag of BCP 47, {@code und} where nothing tells. */
    public static String language(String title) {
        return Language.ofTitle(title).orElse("und");
    }
}
