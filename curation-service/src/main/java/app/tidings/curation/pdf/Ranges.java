package app.tidings.curation.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** What a font says of ranges of signs, each of which stands for its every sign, be it a billion: how many that are in all. Pure. */
final class Ranges {

    /** As many as a font can have glyphs. */
    static final int MOST = 65_536;

    /** Adobe Technical Note 5014, section 1.4: comments, dictionaries and lists are passed over, codes are not. */
    private static final Pattern TOKEN = Pattern.compile("%[^\\r\\n]*|<<|>>|<([^<>]*)>|\\[[^\\]]*]|[^\\s<>\\[%]+");

    private static final String BEGIN = "beginbfrange";
    private static final String END = "endbfrange";
    private static final int CODE = 4;

    private Ranges() {}

    /** ISO 32000-1, 9.7.4.3: {@code first last width} gives each between the same width. */
    static long of(@Nullable COSArray widths) {
        var total = 0L;
        for (var i = 0; widths != null && i + 1 < widths.size(); ) {
            var next = widths.getObject(i + 1);
            if (widths.getObject(i) instanceof COSNumber first && next instanceof COSNumber last) {
                total += Math.max(0, last.longValue() - first.longValue());
                i++;
            }
            i += 2;
        }
        return total;
    }

    /** ISO 32000-1, 9.10.3: {@code <first> <last> <text>} maps each between, in the sections that hold such ranges. */
    static long of(COSStream map) throws IOException {
        try (var in = map.createInputStream()) {
            return of(new String(in.readAllBytes(), ISO_8859_1));
        }
    }

    private static long of(String map) {
        var total = 0L;
        for (var begin = map.indexOf(BEGIN); begin >= 0; begin = map.indexOf(BEGIN, begin + 1)) {
            var end = map.indexOf(END, begin);
            var section = map.substring(begin + BEGIN.length(), end < 0 ? map.length() : end);
            total += ofSection(TOKEN.matcher(section)
                    .results()
                    .filter(token -> !token.group().startsWith("%"))
                    .toList());
        }
        return total;
    }

    private static long ofSection(List<MatchResult> tokens) {
        var total = 0L;
        for (var i = 0; i + 1 < tokens.size(); i += 3) {
            total += Math.max(0L, (long) code(tokens.get(i + 1)) - code(tokens.get(i)) + 1);
        }
        return total;
    }

    /** As its reader counts: the last four bytes, the highest of which may turn it negative. */
    private static int code(MatchResult token) {
        var digits = token.group(1) == null ? "" : token.group(1).replaceAll("[^0-9a-fA-F]", "");
        var even = digits.length() % 2 == 0 ? digits : digits + "0";
        return even.isEmpty() ? 0 : Integer.parseUnsignedInt(even.substring(Math.max(0, even.length() - 2 * CODE)), 16);
    }
}
