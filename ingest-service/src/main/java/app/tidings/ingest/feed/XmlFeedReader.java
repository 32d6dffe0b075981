package app.tidings.ingest.feed;

import app.tidings.ingest.feed.Parsed.Feed;
import app.tidings.ingest.feed.Parsed.Format;
import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.ingest.feed.Parsed.PushLinks;
import app.tidings.ingest.feed.XmlCursor.Step;
import app.tidings.ingest.feed.token.LooseTokens;
import app.tidings.ingest.feed.token.StrictTokens;
import app.tidings.ingest.feed.token.XmlTokens.OwnEntitiesException;
import app.tidings.ingest.feed.token.XmlTokens.TooManyElementsException;
import app.tidings.platform.address.HttpUrl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * RSS of all ages, RSS 1.0 (RDF), Atom and CDF: read strictly, and once more with forgiveness where the document turns out to
 * be broken.
 */
final class XmlFeedReader {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");

    /** Elements that only hold others, and some of HTML that broken feeds have left open. */
    private static final Set<String> HOLDERS =
            Set.of("rss", "channel", "items", "media:group", "media:content", "p", "div", "font", "center");

    private static final int MAX_BEFORE_ROOT = 100;

    private static final NotAFeed UNREADABLE =
            new NotAFeed(Kind.UNREADABLE, "the document is neither a feed nor valid XML; check the address");
    private static final NotAFeed OWN_ENTITIES = new NotAFeed(
            Kind.OWN_ENTITIES,
            "the document defines XML entities of its own, which is refused for safety; a feed needs none");

    private static final String TOO_MANY_ELEMENTS =
            "the feed has more elements than a feed may have; the rest was not read";

    private final XmlCursor cursor;
    private final Format format;
    private final boolean rdf;
    private final XmlFields fields;
    private final List<FeedEntry> entries = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String dublinTitle;
    private @Nullable PageLink link;
    private @Nullable String permalink;
    private @Nullable String language;
    private @Nullable FeedAuthor author;
    private PushLinks push = PushLinks.NONE;
    private final Deque<XmlEntryReader> open = new ArrayDeque<>();
    private boolean certain;

    /** Begins with the root, which was just entered. */
    private XmlFeedReader(XmlCursor cursor) {
        this.cursor = cursor;
        this.format = switch (cursor.name()) {
            case "feed", "entry" -> Format.ATOM;
            case "channel" -> cursor.attribute("xmlns") == null ? Format.CDF : Format.RSS;
            default -> Format.RSS;
        };
        this.rdf = cursor.name().equals("rdf");
        this.certain = !rdf || cursor.knowsRss(); // RDF may tell of anything
        this.fields = new XmlFields(cursor, format == Format.ATOM);
        this.link = fields.link("href");
        var tag = first(cursor.attribute("xml:lang"), cursor.attribute("lang"));
        this.language = tag == null ? null : tag.replace('_', '-');
        if (cursor.name().equals("entry")) {
            begin(); // a document of one entry (RFC 4287 §2)
        }
    }

    /** Reads the document from a place on, where a tag begins. */
    static Parsed read(String text, int start, @Nullable HttpUrl base) {
        XmlFeedReader reader = null;
        try {
            var cursor = XmlCursor.over(new StrictTokens(text, start), base);
            if (cursor.next() == Step.START && !ROOTS.contains(cursor.name())) {
                return otherDocument(cursor.name());
            }
            reader = new XmlFeedReader(cursor);
            return reader.feed(reader.walk());
        } catch (TooManyElementsException e) {
            return reader == null ? UNREADABLE : reader.feed(TOO_MANY_ELEMENTS);
        } catch (OwnEntitiesException e) {
            return OWN_ENTITIES;
        } catch (XMLStreamException e) {
            return loosely(text, start, base, e);
        }
    }

    private static Parsed loosely(String text, int start, @Nullable HttpUrl base, XMLStreamException fault) {
        var place = fault.getLocation() == null ? 1 : fault.getLocation().getLineNumber();
        var line = place
                + (int) text.chars().limit(start).filter(sign -> sign == '\n').count();
        var tokens = new LooseTokens(text, start);
        var cursor = XmlCursor.over(tokens, base);
        XmlFeedReader reader = null;
        try {
            if (!findRoot(cursor)) {
                return UNREADABLE;
            }
            if (cursor.name().equals("html")) {
                return otherDocument("html");
            }
            reader = new XmlFeedReader(cursor);
            var tooMany = reader.walk();
            return reader.feed(tooMany == null ? reader.flaw(line, tokens.wasCut()) : tooMany);
        } catch (OwnEntitiesException e) {
            return OWN_ENTITIES;
        } catch (XMLStreamException e) {
            return reader == null ? UNREADABLE : reader.feed(reader.flaw(line, tokens.wasCut()));
        }
    }

    /** Goes to the first element that may be the root of a feed, or of a page. */
    private static boolean findRoot(XmlCursor cursor) throws XMLStreamException {
        for (var i = 0; i < MAX_BEFORE_ROOT; i++) {
            var step = cursor.next();
            if (step == Step.DOCUMENT_END) {
                return false;
            }
            if (step == Step.START && mayBeRoot(cursor)) {
                return true;
            }
        }
        return false;
    }

    /** What is a root of some feeds, and an element of other documents, is none in another element. */
    private static boolean mayBeRoot(XmlCursor cursor) {
        var name = cursor.name();
        var certain = ROOTS.contains(name) && !name.equals("channel") && !name.equals("entry");
        return certain || name.equals("html") || (ROOTS.contains(name) && cursor.depth() == 1);
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

    /** Reads all entries; says why not, where there are too many. */
    private @Nullable String walk() throws XMLStreamException {
        while (entries.size() <= FeedParser.MAX_ENTRIES) {
            switch (cursor.next()) {
                case START -> enter(cursor.name());
                case END -> leave();
                case DOCUMENT_END -> {
                    return null;
                }
            }
        }
        entries.removeLast();
        return FeedParser.TOO_MANY;
    }

    private void enter(String name) throws XMLStreamException {
        certain |= name.equals("channel");
        if (name.equals("item") || name.equals("entry")) {
            begin();
        } else if (!(open.isEmpty() ? read(name) : open.element().read(name)) && !HOLDERS.contains(name)) {
            cursor.skip();
        }
    }

    private void begin() {
        open.push(new XmlEntryReader(cursor, fields, entries.size()));
    }

    /** An entry in another one is one of its own behind it; one that says nothing is none. */
    private void leave() {
        if (!open.isEmpty() && open.element().isOver()) {
            var entry = open.pop();
            if (open.isEmpty() || !entry.isEmpty()) {
                entries.add(entry.place(), entry.entry());
            }
        }
    }

    /** Reads an element of the feed itself; says whether it was read to its end. */
    private boolean read(String name) throws XMLStreamException {
        switch (name) {
            case "title" -> title = first(title, title());
            case "dc:title" -> dublinTitle = first(dublinTitle, title());
            case "link", "atom:link" -> {
                push = push.with(cursor.attribute("rel"), fields.address("href"));
                link = PageLink.better(link, fields.link());
            }
            case "id", "guid" -> permalink = first(permalink, fields.word());
            case "author", "atom:author", "itunes:author" ->
                author = author == null ? FeedAuthor.forEntries(fields.person()) : author;
            case "language", "dc:language" -> language = first(fields.word(), language);
            default -> {
                return false;
            }
        }
        return true;
    }

    private String title() throws XMLStreamException {
        return fields.content(XmlFields.MAX_TITLE).plainTitle(XmlFields.MAX_TITLE);
    }

    private Parsed feed(@Nullable String flaw) {
        if (!certain && entries.isEmpty()) {
            return otherDocument("rdf");
        }
        var page = first(PageLink.page(link), FeedEntry.absolute(cursor.base(), permalink));
        // Dublin Core is the vocabulary of RDF, and elsewhere only a guest
        var name = rdf ? first(dublinTitle, title) : first(title, dublinTitle);
        var signed = entries.stream().map(each -> each.by(author)).toList();
        return new Feed(format, name, page, language, signed, push, flaw);
    }

    private String flaw(int line, boolean cut) {
        return cut
                ? "the feed ends in the middle at line %d; %d entries before that were read"
                        .formatted(line, entries.size())
                : "the feed is broken XML at line %d; %d entries were read nevertheless"
                        .formatted(line, entries.size());
    }

    private static @Nullable String first(@Nullable String standing, @Nullable String value) {
        return (standing != null && !standing.isBlank()) || value == null || value.isBlank() ? standing : value.strip();
    }
}
