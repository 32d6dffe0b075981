package app.tidings.ingest.feed.token;

import java.util.ArrayList;
import java.util.List;

/**
 * A start tag of a broken document. It ends at the latest where the next tag begins.
 *
 * @param attributes names and values in turn, as they are written
 * @param empty whether it ends its element too
 * @param end the place behind it
 */
record LooseTag(String name, List<String> attributes, boolean empty, int end) {

    /** So much of a name is kept, in characters. */
    private static final int MAX_NAME = 1_000;

    /** Reads the tag that begins at the place, where a sign of it stands. */
    static LooseTag read(String document, int place) {
        var nameEnd = endOfName(document, place + 1);
        var attributes = new ArrayList<String>();
        var at = nameEnd;
        while (at < document.length() && document.charAt(at) != '>' && document.charAt(at) != '<') {
            at = isBetween(document.charAt(at)) ? at + 1 : attribute(document, at, attributes);
        }
        var closed = at < document.length() && document.charAt(at) == '>';
        var empty = closed && document.charAt(at - 1) == '/';
        var name = document.substring(place + 1, Math.min(nameEnd, place + MAX_NAME));
        return new LooseTag(name, attributes, empty, closed ? at + 1 : at);
    }

    /** The place behind the name that begins at the place. */
    static int endOfName(String document, int place) {
        var end = place;
        while (end < document.length() && !isBetween(document.charAt(end)) && "<>=".indexOf(document.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isBetween(char sign) {
        return sign == '/' || Character.isWhitespace(sign);
    }

    /** Reads name and value; gives the place behind them. */
    private static int attribute(String document, int place, List<String> attributes) {
        var nameEnd = Math.max(endOfName(document, place), place + 1);
        var equals = behindSpace(document, nameEnd);
        if (equals >= document.length() || document.charAt(equals) != '=') {
            return nameEnd;
        }
        var start = behindSpace(document, equals + 1);
        var quoted = endOfQuoted(document, start);
        var end = quoted >= 0 ? quoted : endOfBare(document, start);
        if (attributes.size() < 2 * XmlTokens.MAX_ATTRIBUTES) {
            var valueStart = quoted >= 0 ? start + 1 : start;
            attributes.add(document.substring(place, Math.min(nameEnd, place + MAX_NAME)));
            attributes.add(document.substring(valueStart, Math.min(end, valueStart + XmlTokens.MAX_ATTRIBUTE_LENGTH)));
        }
        return quoted >= 0 ? end + 1 : end;
    }

    private static int behindSpace(String document, int place) {
        var at = place;
        while (at < document.length() && Character.isWhitespace(document.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the closing sign stands; -1 if the value has no quotes, or only one of them. */
    private static int endOfQuoted(String document, int start) {
        if (start >= document.length() || "\"'".indexOf(document.charAt(start)) < 0) {
            return -1;
        }
        var limit = Math.min(document.length(), start + XmlTokens.MAX_ATTRIBUTE_LENGTH);
        for (var at = start + 1; at < limit; at++) {
            if (document.charAt(at) == document.charAt(start)) {
                return at;
            }
            if (LooseMarkup.beginsMarkup(document, at)) {
                return -1;
            }
        }
        return -1;
    }

    private static int endOfBare(String document, int start) {
        var end = start;
        while (end < document.length()
                && !Character.isWhitespace(document.charAt(end))
                && "<>".indexOf(document.charAt(end)) < 0) {
            end++;
        }
        // a slash that ends the element is none of the value's
        return end < document.length() && document.charAt(end) == '>' && end > start && document.charAt(end - 1) == '/'
                ? end - 1
                : end;
    }
}
