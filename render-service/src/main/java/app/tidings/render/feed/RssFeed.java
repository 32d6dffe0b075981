package app.tidings.render.feed;

import app.tidings.render.feed.Feed.Item;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Entities;

/** A feed as RSS 2.0, with the whole text as {@code content:encoded}. */
final class RssFeed {

    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    private RssFeed() {}

    static byte[] write(Feed feed) {
        return FeedXml.document(out -> {
            out.writeStartElement("rss");
            out.writeNamespace("atom", FeedXml.ATOM);
            out.writeNamespace("content", CONTENT);
            out.writeNamespace("dc", DUBLIN_CORE);
            FeedXml.attribute(out, "version", "2.0");
            channel(out, feed);
            out.writeEndElement();
        });
    }

    private static void channel(XMLStreamWriter out, Feed feed) throws XMLStreamException {
        var masthead = feed.masthead();
        out.writeStartElement("channel");
        FeedXml.element(out, "title", masthead.name());
        FeedXml.element(out, "link", masthead.index().toString());
        FeedXml.element(out, "description", feed.description());
        FeedXml.element(out, "language", feed.language());
        if (masthead.imprint().license() != null) {
            FeedXml.element(out, "copyright", masthead.imprint().license());
        }
        if (!feed.items().isEmpty()) {
            FeedXml.element(
                    out,
                    "lastBuildDate",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(feed.updated().atOffset(ZoneOffset.UTC)));
        }
        FeedXml.element(out, "generator", "Tidings");
        out.writeEmptyElement("atom", "link", FeedXml.ATOM);
        FeedXml.attribute(out, "rel", "self");
        FeedXml.attribute(out, "type", FeedFormat.RSS.mediaType());
        FeedXml.attribute(out, "href", feed.self().toString());
        for (var item : feed.items()) {
            item(out, item, masthead.imprint().publisher());
        }
        out.writeEndElement();
    }

    private static void item(XMLStreamWriter out, Item item, String publisher) throws XMLStreamException {
        out.writeStartElement("item");
        FeedXml.element(out, "title", item.title());
        FeedXml.element(out, "link", item.page().toString());
        out.writeStartElement("guid");
        FeedXml.attribute(out, "isPermaLink", "false");
        FeedXml.text(out, item.id());
        out.writeEndElement();
        FeedXml.element(out, "pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(item.published()));
        of(out, "atom", FeedXml.ATOM, "updated", FeedXml.rfc3339(item.updated()));
        of(out, "dc", DUBLIN_CORE, "creator", publisher);
        FeedXml.element(out, "description", Entities.escape(item.summary())); // readers take it for HTML
        of(out, "content", CONTENT, "encoded", item.html());
        out.writeEndElement();
    }

    private static void of(XMLStreamWriter out, String prefix, String namespace, String name, String text)
            throws XMLStreamException {
        out.writeStartElement(prefix, name, namespace);
        FeedXml.text(out, text);
        out.writeEndElement();
    }
}
