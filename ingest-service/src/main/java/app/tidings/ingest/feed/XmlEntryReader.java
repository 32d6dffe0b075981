package app.tidings.ingest.feed;

import app.tidings.ingest.feed.XmlCursor.Step;
import javax.xml.stream.XMLStreamException;

/**
 * An entry of RSS or Atom while it is read. One table of names for all formats: their words hardly clash, and many feeds mix
 * them. What stands in elements that are not in the table is never looked at.
 */
final class XmlEntryReader {

    private final XmlCursor cursor;
    private final XmlFields fields;
    private final FeedEntry.Draft draft = new FeedEntry.Draft();
    private final int depth;
    private final int place;

    /**
     * Begins with the element of the entry, which was just entered.
     *
     * @param place of the entry among all
     */
    XmlEntryReader(XmlCursor cursor, XmlFields fields, int place) {
        this.place = place;
        this.cursor = cursor;
        this.fields = fields;
        this.depth = cursor.depth();
        draft.id(cursor.attribute("rdf:about"));
        draft.link(fields.link("href"));
        draft.updated(cursor.attribute("lastmod"));
        draft.language(cursor.attribute("xml:lang"));
    }

    /** Whether the element of the entry was left. */
    boolean isOver() {
        return cursor.depth() < depth;
    }

    int place() {
        return place;
    }

    /** Whether it says neither what it is about nor where. */
    boolean isEmpty() {
        return draft.isEmpty();
    }

    /** What was read. */
    FeedEntry entry() {
        return draft.entry(cursor.base());
    }

    /** Reads an element in the entry, which was just entered; says whether it was read to its end. */
    boolean read(String name) throws XMLStreamException {
        switch (name) {
            case "title", "dc:title", "atom:title" -> draft.title(fields.content(XmlFields.MAX_TITLE));
            case "media:title" -> draft.otherTitle(fields.content(XmlFields.MAX_TITLE));
            case "link", "atom:link" -> link();
            case "feedburner:origlink" -> draft.originalLink(fields.word());
            case "guid", "id", "atom:id" -> identity();
            case "pubdate",
                    "published",
                    "atom:published",
                    "issued",
                    "created",
                    "dc:date",
                    "dcterms:issued",
                    "dcterms:created" -> draft.published(fields.word());
            case "updated", "modified", "dcterms:modified", "atom:updated" -> draft.updated(fields.word());
            case "description",
                    "summary",
                    "abstract",
                    "dc:description",
                    "atom:summary",
                    "media:description",
                    "itunes:summary" -> draft.summary(fields.content(XmlFields.MAX_TEXT));
            case "content", "atom:content", "content:encoded", "body", "xhtml:body", "fullitem" -> content();
            case "author", "atom:author", "dc:creator", "dc:author", "itunes:author" -> draft.author(fields.person());
            case "source", "atom:source" -> source();
            case "language", "dc:language" -> draft.language(fields.word());
            case "itunes:duration" -> draft.length(fields.word());
            case "media:content" -> {
                draft.length(cursor.attribute("duration"));
                return false;
            }
            case "enclosure" -> {
                draft.lastResort(fields.address("url"));
                cursor.skip();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Of the feed that an entry was taken from only the author is of interest. */
    private void source() throws XMLStreamException {
        for (var step = cursor.next(); step == Step.START; step = cursor.next()) {
            if (cursor.name().equals("author")) {
                draft.sourceAuthor(fields.person());
            } else {
                cursor.skip();
            }
        }
    }

    private void link() throws XMLStreamException {
        if ("enclosure".equalsIgnoreCase(cursor.attribute("rel"))) {
            draft.lastResort(fields.address("href"));
        }
        draft.link(fields.link());
    }

    private void identity() throws XMLStreamException {
        var permanent = !"false".equalsIgnoreCase(cursor.attribute("isPermaLink"));
        var id = fields.word();
        draft.id(id);
        draft.permalink(permanent ? id : null);
    }

    /** The whole content is read only where there is no summary: nobody else asks for it. */
    private void content() throws XMLStreamException {
        draft.lastResort(fields.address("src"));
        if (draft.hasSummary()) {
            cursor.skip();
        } else {
            draft.content(fields.content(XmlFields.MAX_TEXT));
        }
    }
}
