package app.tidings.curation.page.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How much of one text stands in another, white space and punctuation aside. */
final class Agreement {

    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int PIECE = 12;

    private Agreement() {}

    /** The share of {@code whole}'s pieces that stand in {@code text}, from 0 to 1. */
    static double of(String whole, String text) {
        var wanted = plain(whole);
        var standing = pieces(plain(text));
        var all = 0;
        var found = 0;
        for (var i = 0; i + PIECE <= wanted.length(); i += PIECE) {
            all++;
            found += standing.contains(wanted.substring(i, i + PIECE)) ? 1 : 0;
        }
        return all == 0 ? 1 : (double) found / all;
    }

    private static Set<String> pieces(String text) {
        var pieces = new HashSet<String>();
        for (var i = 0; i + PIECE <= text.length(); i++) {
            pieces.add(text.substring(i, i + PIECE));
        }
        return pieces;
    }

    private static String plain(String text) {
        return UNWORDY.matcher(text).replaceAll("");
    }
}
