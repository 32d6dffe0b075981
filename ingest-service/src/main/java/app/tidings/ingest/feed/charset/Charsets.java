package app.tidings.ingest.feed.charset;

import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** What is to be known about single charsets. */
final class Charsets {

    /** So much of a document is looked at for a guess, in bytes. */
    private static final int SAMPLE = 64 * 1024;

    /** Names that stand for more than they say: each is read as the set that contains it. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("Big5", "Big5-HKSCS"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("ISO-8859-1", "windows-1252"));

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Set<String> ASIAN = Set.of(
            "GB18030",
            "GBK",
            "GB2312",
            "Big5",
            "Big5-HKSCS",
            "Shift_JIS",
            "windows-31j",
            "EUC-JP",
            "EUC-KR",
            "x-windows-949");

    private Charsets() {}

    /** The charset of a name as documents write it, in the spelling of Python too; null for none that is known. */
    static @Nullable Charset named(String name) {
        return Stream.of(name, name.replace('_', '-'), "x-" + name, "x-" + name.replaceAll("[_-]", ""))
                .filter(Charsets::isKnown)
                .findFirst()
                .map(Charset::forName)
                .orElse(null);
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** The charset itself, or the one that it is a part of. */
    static Charset wider(Charset charset) {
        return Charset.forName(WIDER.getOrDefault(charset.name(), charset.name()));
    }

    /** Whether it is one of those with a byte or two for a character. */
    static boolean isAsian(Charset charset) {
        return ASIAN.contains(charset.name());
    }

    /** Whether bytes of the charset may by chance have been read as this UTF-8: all ASCII, or no sign of three bytes. */
    static boolean mayHideIn(Charset charset, String utf8) {
        if (charset.name().startsWith("ISO-2022")) {
            return utf8.chars().allMatch(sign -> sign <= 0x7f);
        }
        return isAsian(charset) && utf8.chars().allMatch(sign -> sign <= 0x7ff);
    }

    /** The charset that the bytes look like, at most one. */
    static Stream<Charset> guess(Body body) {
        var sample = sample(body);
        var detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        var name = detector.getDetectedCharset();
        var charset = name == null ? null : named(name);
        if (charset == null || charset.equals(WESTERN)) {
            // a few characters tell the detector nothing
            return looksChinese(sample) ? Stream.of(CHINESE) : Stream.ofNullable(charset);
        }
        return Stream.of(wider(charset));
    }

    private static byte[] sample(Body body) {
        try (var in = body.stream()) {
            return in.readNBytes(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    /** Whether all bytes beyond ASCII stand in pairs of GB 2312, at least half of them usual characters. */
    private static boolean looksChinese(byte[] sample) {
        var pairs = 0;
        var usual = 0;
        var lead = 0;
        for (var each : sample) {
            var octet = each & 0xff;
            if (octet < 0x80 ? lead != 0 : octet < 0xa1) {
                return false;
            }
            if (octet >= 0x80 && lead != 0) {
                pairs++;
                usual += lead >= 0xb0 && lead <= 0xd7 ? 1 : 0;
            }
            lead = octet >= 0x80 && lead == 0 ? octet : 0;
        }
        return usual * 2 > pairs;
    }
}
