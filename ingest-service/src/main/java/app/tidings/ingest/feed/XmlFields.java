package app.tidings.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads what the elements of a feed hold: texts, links, dates and people. Each method reads the element just entered. */
final class XmlFields {

    /** Longest title that is kept, in characters. */
    static final int MAX_TITLE = 2_000;

    /** Longest summary or content that is kept. */
    static final int MAX_TEXT = 16_000;

    /** Longest word that is kept: an address, an identity, a date. */
    static final int MAX_WORD = 4_000;

    private static final Set<String> ALTERNATE =
            Set.of("", "alternate", "http://www.iana.org/assignments/relation/alternate");

    private final XmlCursor cursor;
    private final boolean atom;

    /** @param atom whether texts are plain where they do not say what they are */
    XmlFields(XmlCursor cursor, boolean atom) {
        this.cursor = cursor;
        this.atom = atom;
    }

    /** What stands in an element that holds only a word, such as an address or a date. */
    String word() throws XMLStreamException {
        return cursor.text(MAX_WORD).strip();
    }

    /** The address of the page that feed or entry is about; null for a link to something else. */
    @Nullable
    PageLink link() throws XMLStreamException {
        var base = cursor.base();
        var href = cursor.attribute("href");
        var relation = cursor.attribute("rel");
        var alternate = isAlternate(relation);
        var bare = href == null || (relation == null && !atom && cursor.name().equals("link"));
        var rank = bare ? PageLink.Rank.TEXT : rank(cursor.attribute("type"));
        var written = href == null ? word() : href.strip();
        if (href != null) {
            cursor.skip();
        }
        var address = written.isEmpty() || !alternate ? null : FeedEntry.absolute(base, written);
        return address == null ? null : new PageLink(address, rank);
    }

    /** Whether a link leads to the page: several relations may be named, in any case (RFC 8288 §3.3). */
    private static boolean isAlternate(@Nullable String relations) {
        if (relations == null || ALTERNATE.contains(relations)) {
            return true;
        }
        var named = relations.strip().toLowerCase(Locale.ROOT);
        if (named.indexOf(' ') < 0) {
            return ALTERNATE.contains(named);
        }
        var all = List.of(named.split(" ", -1));
        return all.contains("alternate") && !all.contains("self");
    }

    private static PageLink.Rank rank(@Nullable String type) {
        return type == null || type.isBlank()
                ? PageLink.Rank.UNTYPED
                : type.contains("html") ? PageLink.Rank.PAGE : PageLink.Rank.OTHER_FORMAT;
    }

    /** A link in an attribute, as CDF has it. */
    @Nullable
    PageLink link(String attribute) {
        var address = address(attribute);
        return address == null ? null : new PageLink(address, PageLink.Rank.PAGE);
    }

    /** An address in an attribute. */
    @Nullable
    String address(String attribute) {
        var address = cursor.attribute(attribute);
        return address == null || address.isBlank() ? null : FeedEntry.absolute(cursor.base(), address.strip());
    }

    /** Text of the kind that the format and the element's attributes say (RFC 4287 §3.1; RSS has HTML everywhere). */
    FeedText content(int maxLength) throws XMLStreamException {
        var type = cursor.attribute("type");
        var xhtml = type != null && type.contains("xhtml");
        var packed = "base64".equals(cursor.attribute("mode")) || (atom && type != null && isBinary(type));
        var text = cursor.content(maxLength, xhtml);
        var unpacked = packed ? unpacked(text.raw()) : null;
        if (unpacked != null) {
            return new FeedText(unpacked, true);
        }
        return text.markup() || (atom && (type == null || !type.contains("html")))
                ? text
                : new FeedText(text.raw(), true);
    }

    /** A person, whose name stands alone or in an element of its own beside address and mail. */
    @Nullable
    FeedAuthor person() throws XMLStreamException {
        var text = cursor.content(MAX_WORD, true);
        var name = inElement(text.raw(), "name");
        var mail = inElement(text.raw(), "email");
        return text.raw().indexOf('<') < 0 ? FeedAuthor.of(plain(text.raw())) : FeedAuthor.of(plain(name), plain(mail));
    }

    private static String plain(String markup) {
        return new FeedText(markup, true).plain(MAX_TITLE);
    }

    private static String inElement(String markup, String name) {
        var start = markup.indexOf("<" + name + ">");
        var end = markup.indexOf("</" + name + ">", Math.max(0, start));
        return start < 0 || end < 0 ? "" : markup.substring(start + name.length() + 2, end);
    }

    /** Whether Atom means a type's content to be packed (RFC 4287 §4.1.3.3). */
    private static boolean isBinary(String type) {
        return type.indexOf('/') > 0
                && !type.startsWith("text/")
                && !type.contains("html")
                && !type.endsWith("+xml")
                && !type.endsWith("/xml");
    }

    /** The text that was packed; null if it was none. */
    private static @Nullable String unpacked(String base64) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }
}
