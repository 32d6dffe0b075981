package app.tidings.ingest.feed;

import app.tidings.ingest.feed.Parsed.Feed;
import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.ingest.feed.XmlCursor.OwnEntitiesException;
import app.tidings.ingest.feed.XmlCursor.Step;
import app.tidings.platform.address.HttpUrl;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * RSS of all ages, RSS 1.0 (RDF) and Atom. One table of names for all of them: their words hardly clash, and many feeds mix
 * them. What stands in elements that are not in the table is never looked at.
 */
final class XmlFeedReader {

    private static final int MAX_TITLE = 2_000;
    private static final int MAX_TEXT = 16_000;
    private static final int MAX_WORD = 4_000;

    private static final Set<String> ROOTS = Set.of("rss", "RDF", "feed", "Channel", "channel");

    /** Elements that only hold others. */
    private static final Set<String> HOLDERS = Set.of("rss", "channel", "Channel", "media:group");

    private static final NotAFeed UNREADABLE =
            new NotAFeed(Kind.UNREADABLE, "the document is neither a feed nor valid XML; check the address");
    private static final NotAFeed OWN_ENTITIES = new NotAFeed(
            Kind.OWN_ENTITIES,
            "the document defines XML entities of its own, which is refused for safety; a feed needs none");

    private final XmlCursor cursor;
    private final boolean atom;
    private final List<FeedEntry> entries = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String link;
    private @Nullable String language;
    private FeedEntry.@Nullable Draft draft;
    private int draftDepth;

    private XmlFeedReader(XmlCursor cursor, boolean atom) {
        this.cursor = cursor;
        this.atom = atom;
    }

    static Parsed read(Reader text, HttpUrl base) {
        try {
            var cursor = XmlCursor.open(text, base);
            if (cursor.next() == Step.DOCUMENT_END) {
                return UNREADABLE;
            }
            var root = cursor.name();
            if (!ROOTS.contains(root)) {
                return otherDocument(root);
            }
            return new XmlFeedReader(cursor, root.equals("feed")).read();
        } catch (OwnEntitiesException e) {
            return OWN_ENTITIES;
        } catch (XMLStreamException e) {
            return UNREADABLE;
        }
    }

    private static NotAFeed otherDocument(String root) {
        return switch (root) {
            case "html" -> new NotAFeed(Kind.HTML_PAGE, "the document is an HTML page, not a feed");
            case "opml" -> other("the document is an OPML list of feeds; import it as a list");
            case "urlset", "sitemapindex" -> other("the document is a sitemap, not a feed");
            default -> other("the document is XML of another kind, not a feed");
        };
    }

    private static NotAFeed other(String reason) {
        return new NotAFeed(Kind.OTHER_DOCUMENT, reason);
    }

    private Feed read() {
        try {
            language = cursor.attribute("xml:lang");
            while (entries.size() <= FeedParser.MAX_ENTRIES) {
                switch (cursor.next()) {
                    case START -> enter(cursor.name());
                    case END -> leave();
                    case DOCUMENT_END -> {
                        return feed(null);
                    }
                }
            }
            entries.removeLast();
            return feed(FeedParser.TOO_MANY);
        } catch (XMLStreamException e) {
            return feed(flaw(e));
        }
    }

    private void enter(String name) throws XMLStreamException {
        if (name.equals("item") || name.equals("entry")) {
            draft = new FeedEntry.Draft();
            draftDepth = cursor.depth();
            draft.id(cursor.attribute("rdf:about"));
        } else if (draft != null) {
            entryField(draft, name);
        } else {
            feedField(name);
        }
    }

    private void leave() {
        if (draft != null && cursor.depth() < draftDepth) {
            entries.add(draft.entry(cursor.base()));
            draft = null;
        }
    }

    private void feedField(String name) throws XMLStreamException {
        switch (name) {
            case "title" -> title = first(title, content(MAX_TITLE).plainTitle(MAX_TITLE));
            case "link" -> link = first(link, linkTarget());
            case "language", "dc:language" -> language = first(language, cursor.text(MAX_WORD));
            default -> skipUnlessHolder(name);
        }
    }

    private void entryField(FeedEntry.Draft entry, String name) throws XMLStreamException {
        switch (name) {
            case "title", "dc:title", "media:title" -> entry.title(content(MAX_TITLE));
            case "link", "atom:link" -> entry.link(linkTarget());
            case "feedburner:origLink" -> entry.originalLink(cursor.text(MAX_WORD));
            case "guid", "id", "dc:identifier" -> identity(entry);
            case "pubDate",
                    "published",
                    "atom:published",
                    "issued",
                    "created",
                    "dc:date",
                    "dcterms:issued",
                    "dcterms:created" -> entry.published(cursor.text(MAX_WORD));
            case "updated", "modified", "dcterms:modified", "atom:updated" -> entry.updated(cursor.text(MAX_WORD));
            case "description", "summary", "dc:description", "media:description", "itunes:summary" ->
                entry.summary(content(MAX_TEXT));
            case "content", "content:encoded", "body", "xhtml:body", "fullitem" -> contentOf(entry);
            case "author", "dc:creator", "itunes:author" -> entry.author(person());
            case "enclosure" -> {
                entry.lastResort(cursor.attribute("url"));
                cursor.skip();
            }
            default -> skipUnlessHolder(name);
        }
    }

    private void skipUnlessHolder(String name) throws XMLStreamException {
        if (!HOLDERS.contains(name)) {
            cursor.skip();
        }
    }

    private void identity(FeedEntry.Draft entry) throws XMLStreamException {
        var permanent = !"false".equals(cursor.attribute("isPermaLink"));
        var id = cursor.text(MAX_WORD);
        entry.id(id);
        entry.permalink(permanent ? id : null);
    }

    /** The whole content is read only where there is no summary: nobody else asks for it. */
    private void contentOf(FeedEntry.Draft entry) throws XMLStreamException {
        entry.lastResort(absolute(cursor.attribute("src")));
        if (entry.hasSummary()) {
            cursor.skip();
        } else {
            entry.content(content(MAX_TEXT));
        }
    }

    private @Nullable String linkTarget() throws XMLStreamException {
        var base = cursor.base();
        var href = cursor.attribute("href");
        var relation = cursor.attribute("rel");
        if (href == null) {
            var text = cursor.text(MAX_WORD).strip();
            return text.isEmpty() ? null : FeedEntry.absolute(base, text);
        }
        cursor.skip();
        return relation == null || relation.equals("alternate") ? FeedEntry.absolute(base, href.strip()) : null;
    }

    private @Nullable String absolute(@Nullable String address) {
        return FeedEntry.absolute(cursor.base(), address);
    }

    /** Text of the kind that the format and the element's type say (RFC 4287 §3.1; RSS has HTML everywhere). */
    private FeedText content(int maxLength) throws XMLStreamException {
        var type = cursor.attribute("type");
        var xhtml = type != null && type.contains("xhtml");
        var text = cursor.content(maxLength, xhtml);
        return text.markup() || (atom && (type == null || !type.contains("html")))
                ? text
                : new FeedText(text.raw(), true);
    }

    /** A name that stands alone, or in an element of its own beside address and mail. */
    private @Nullable String person() throws XMLStreamException {
        var text = content(MAX_WORD);
        var name = text.raw().indexOf("<name>");
        var end = text.raw().indexOf("</name>");
        var named = name >= 0 && end > name ? new FeedText(text.raw().substring(name + 6, end), true) : text;
        return named.plain(MAX_TITLE);
    }

    private Feed feed(@Nullable String flaw) {
        return new Feed(title, link, language == null ? null : language.strip(), entries, flaw);
    }

    private String flaw(XMLStreamException fault) {
        var what = XmlCursor.isTruncation(fault) ? "ends in the middle" : "is broken XML";
        return "the feed %s at line %d; %d entries before that were read"
                .formatted(what, cursor.line(), entries.size());
    }

    private static @Nullable String first(@Nullable String standing, @Nullable String value) {
        return standing != null || value == null || value.isBlank() ? standing : value;
    }
}
