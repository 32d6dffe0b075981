package app.tidings.local.inspect.score;

import app.tidings.curation.language.AddressLanguage;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Judges the marks that addresses alone would give to links, as of pages that cannot be read: lines of {@code address title
 * language} with tabs between, the language being that of an editor's mark.
 */
public record MarkScore(Tally tally) {

    private static final int FIELDS = 3;
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");

    /** Counts a line in; one of another form, such as that which names the columns, is passed over. */
    public void add(String line) {
        var fields = line.split("\t", -1);
        if (fields.length < FIELDS || !TAG.matcher(fields[2]).matches()) {
            return;
        }
        var promised = AddressLanguage.of(URI.create(fields[0]));
        tally.count("told", promised.isPresent(), line);
        promised.ifPresent(language -> tally.count("agree", language.equals(fields[2]), line));
    }
}
