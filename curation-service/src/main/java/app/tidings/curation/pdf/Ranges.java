package app.tidings.curation.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * What a font says of ranges of signs, each of which stands for its every sign, be it a billion. Only what all readers take for
 * the same passes: whatever else stands among the ranges might make the one that reads them count otherwise than we do.
 */
final class Ranges {

    /** As many as a font can have glyphs. */
    private static final int MOST = 65_536;

    /** What a map takes over from another: as many as the largest of those that readers bring. */
    private static final int OF_ANOTHER = 20_000;

    private static final String ANOTHER = "usecmap";

    /** What tells of a single sign takes up so many bytes of a map at least. */
    private static final int SHORTEST_ENTRY = 8;

    private static final String BEGIN = "beginbfrange";
    private static final String END = "endbfrange";
    private static final String BLANKS = "\0\t\n\f\r ";
    private static final int MOST_DIGITS = 8;
    private static final int NO_CODE = -1;

    /** Of a text, in digits: each sign of a range has one of its own. */
    private static final int LONGEST_TARGET = 64;

    private final String map;
    private final Limits limits;
    private int at;
    private long total;

    private Ranges(String map, Limits limits) {
        this.map = map;
        this.limits = limits;
    }

    /** ISO 32000-1, 9.7.4.3: {@code first [width …]}, and {@code first last width}, which gives each between the same. */
    static boolean areFew(COSArray widths, Limits limits) {
        var total = 0L;
        for (var i = 0; i < widths.size(); ) {
            var first = code(widths.getObject(i));
            var next = i + 1 < widths.size() ? widths.getObject(i + 1) : null;
            var each = next instanceof COSArray list ? list.size() : Math.max(0, code(next) - first + 1);
            if (first == NO_CODE || (!(next instanceof COSArray) && code(next) == NO_CODE)) {
                return false;
            }
            total += each;
            i += next instanceof COSArray ? 2 : 3;
        }
        return total <= MOST && limits.hasRoomFor(total);
    }

    private static int code(@Nullable COSBase number) {
        return number instanceof COSNumber code && code.longValue() >= 0 && code.longValue() < MOST
                ? code.intValue()
                : NO_CODE;
    }

    /** ISO 32000-1, 9.10.3: {@code <first> <last> <text>} maps each between, in the sections that hold such ranges. */
    static boolean areFew(COSStream map, Limits limits) {
        try (var in = map.createInputStream()) {
            return new Ranges(new String(in.readAllBytes(), ISO_8859_1), limits).areFew();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean areFew() {
        for (var begin = map.indexOf(BEGIN); begin >= 0; begin = map.indexOf(BEGIN, at)) {
            at = begin + BEGIN.length();
            if (!isSection()) {
                return false;
            }
        }
        return limits.hasRoomFor(total + map.length() / SHORTEST_ENTRY) && takesOverFew();
    }

    private boolean takesOverFew() {
        var first = map.indexOf(ANOTHER);
        return first < 0 || (map.indexOf(ANOTHER, first + 1) < 0 && limits.hasRoomFor(OF_ANOTHER));
    }

    private boolean isSection() {
        while (!isNext(END)) {
            var first = code();
            var last = code();
            if (first == NO_CODE || last == NO_CODE || !isTarget()) {
                return false;
            }
            total += Math.max(0, (long) last - first + 1);
            if (total > MOST) {
                return false;
            }
        }
        return true;
    }

    /** A text, or a list of one for each sign. */
    private boolean isTarget() {
        if (!isNext("[")) {
            return isText();
        }
        while (!isNext("]")) {
            if (!isText()) {
                return false;
            }
        }
        return true;
    }

    private boolean isText() {
        var begin = at;
        return isHex() && at - begin <= LONGEST_TARGET;
    }

    private int code() {
        var begin = at;
        var digits = isHex() ? map.substring(begin, at).replaceAll("[^0-9a-fA-F]", "") : "";
        var isCode = !digits.isEmpty() && digits.length() <= MOST_DIGITS && digits.length() % 2 == 0;
        return isCode ? Math.max(NO_CODE, Integer.parseUnsignedInt(digits, 16)) : NO_CODE;
    }

    /** Goes on behind a hexadecimal string, if there is one. */
    private boolean isHex() {
        if (!isNext("<")) {
            return false;
        }
        while (at < map.length() && (Character.digit(map.charAt(at), 16) >= 0 || isBlank())) {
            at++;
        }
        return isNext(">");
    }

    /** Goes on behind a word, if it is the next. */
    private boolean isNext(String word) {
        limits.turn();
        while (at < map.length() && isBlank()) {
            at++;
        }
        if (!map.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean isBlank() {
        return BLANKS.indexOf(map.charAt(at)) >= 0;
    }
}
