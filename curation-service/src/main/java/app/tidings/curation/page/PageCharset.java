package app.tidings.curation.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.text.Encoding;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which characters the bytes of a page are: by its byte order mark, else its server, else its own {@code meta}, else by
 * trying. Pure. Old names mean what browsers take them for: {@code gb2312} is all of GB 18030, {@code iso-8859-1} is Windows'.
 */
final class PageCharset {

    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([a-zA-Z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private PageCharset() {}

    static Charset of(byte[] page, @Nullable Charset stated) {
        return Encoding.byMark(page)
                .or(() -> Optional.ofNullable(stated))
                .or(() -> byMeta(page))
                .map(PageCharset::asBrowsersDo)
                .orElseGet(() -> Encoding.byTrying(page));
    }

    private static Optional<Charset> byMeta(byte[] page) {
        var head = new String(page, 0, Math.min(page.length, HEAD), ISO_8859_1);
        var meta = META.matcher(head);
        return meta.find() ? named(meta.group(1)) : Optional.empty();
    }

    private static Optional<Charset> named(String name) {
        try {
            var charset = Charset.forName(name);
            return Optional.of(charset.name().startsWith("UTF-16") ? UTF_8 : charset); // the meta was readable as ASCII
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Charset asBrowsersDo(Charset charset) {
        return switch (charset.name().toLowerCase(Locale.ROOT)) {
            case "gb2312", "gbk", "x-euc-cn" -> GB18030;
            case "iso-8859-1", "us-ascii" -> WINDOWS_1252;
            default -> charset;
        };
    }
}
