package app.tidings.ingest.feed.token;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a broken document into tags and texts from its beginning to its end. What was searched for and is not there is never
 * searched for again, so that the time grows with the length alone.
 */
final class LooseMarkup {

    /** Longest text that is cut in one piece, in characters. */
    static final int MAX_PIECE = 16 * 1024;

    private static final int LONGEST_REFERENCE = 40;
    private static final String LITERAL_START = "<![CDATA[";
    private static final String LITERAL_END = "]]>";

    /** What a piece is. */
    enum Kind {
        START,
        END,
        /** Text with references to characters. */
        TEXT,
        /** Text that stands for itself. */
        LITERAL,
        DOCTYPE,
        NOTHING
    }

    private final String document;
    private final Set<String> missing = new HashSet<>();
    private int at;
    private Kind run = Kind.TEXT;
    private int runEnd;
    private LooseTag tag = new LooseTag("", List.of(), false, 0);
    private String text = "";

    LooseMarkup(String document, int start) {
        this.document = document;
        this.at = start;
    }

    boolean isAtEnd() {
        return at >= document.length();
    }

    /** The start tag that was taken last; of an end tag the name. */
    LooseTag tag() {
        return tag;
    }

    /** The text that was taken last, or the document type. */
    String text() {
        return text;
    }

    /** Line of the place before which everything was taken, from 1. */
    int line() {
        return 1 + (int) document.chars().limit(at).filter(c -> c == '\n').count();
    }

    /** Takes the next piece. */
    Kind take() {
        if (at < runEnd) {
            return piece();
        }
        if (!beginsMarkup(at)) {
            return characters();
        }
        return switch (document.charAt(at + 1)) {
            case '/' -> endTag();
            case '?' -> nothing(behind("?>", at + 2));
            case '!' -> declaration();
            default -> startTag();
        };
    }

    private boolean beginsMarkup(int place) {
        return beginsMarkup(document, place);
    }

    /** Whether a sign less-than stands there that is more than a sign. */
    static boolean beginsMarkup(String document, int place) {
        if (document.charAt(place) != '<' || place + 1 >= document.length()) {
            return false;
        }
        var next = document.charAt(place + 1);
        var sign = next == '/' && place + 2 < document.length() ? document.charAt(place + 2) : next;
        return next == '!' || next == '?' || Character.isLetter(sign) || sign == '_' || sign == ':';
    }

    private Kind characters() {
        var end = document.indexOf('<', at + 1);
        while (end >= 0 && !beginsMarkup(end)) {
            end = document.indexOf('<', end + 1);
        }
        run = Kind.TEXT;
        runEnd = end < 0 ? document.length() : end;
        return piece();
    }

    private Kind literal() {
        at += LITERAL_START.length();
        var end = find(LITERAL_END, at);
        var next = end < 0 ? find("</", at) : end;
        run = Kind.LITERAL;
        runEnd = next < 0 ? document.length() : next;
        return Kind.NOTHING;
    }

    /** Takes as much of a text as a piece may be; a reference to a character stays whole. */
    private Kind piece() {
        var cut = Math.min(runEnd, at + MAX_PIECE);
        if (cut < runEnd) {
            var reference = document.substring(cut - LONGEST_REFERENCE, cut).lastIndexOf('&');
            cut = reference < 0 ? cut : cut - LONGEST_REFERENCE + reference;
        }
        text = document.substring(at, cut);
        at = cut;
        if (run == Kind.LITERAL && at == runEnd && document.startsWith(LITERAL_END, at)) {
            at += LITERAL_END.length();
        }
        return run;
    }

    private Kind startTag() {
        tag = LooseTag.read(document, at);
        at = tag.end();
        return Kind.START;
    }

    private Kind endTag() {
        tag = LooseTag.read(document, at + 1);
        at = tag.end();
        return Kind.END;
    }

    private Kind declaration() {
        if (document.startsWith("<!--", at)) {
            return nothing(behind("-->", at + 4));
        }
        if (document.regionMatches(true, at, LITERAL_START, 0, LITERAL_START.length())) {
            return literal();
        }
        var start = at;
        at = behind(">", at);
        var subset = document.substring(start, at).indexOf('[') < 0 ? -1 : find("]", start);
        at = subset < 0 ? at : behind(">", subset);
        text = document.substring(start, at);
        return Kind.DOCTYPE;
    }

    private Kind nothing(int end) {
        at = end;
        return Kind.NOTHING;
    }

    /** The place behind a sign; where there is none, behind the next one that ends a tag, or the end. */
    private int behind(String sign, int from) {
        var found = find(sign, from);
        if (found >= 0) {
            return found + sign.length();
        }
        return sign.equals(">") ? document.length() : behind(">", from);
    }

    private int find(String sign, int from) {
        var found = missing.contains(sign) ? -1 : document.indexOf(sign, from);
        if (found < 0) {
            missing.add(sign);
        }
        return found;
    }
}
