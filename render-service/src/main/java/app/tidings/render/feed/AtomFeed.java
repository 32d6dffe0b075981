package app.tidings.render.feed;

import app.tidings.contracts.Profile.Imprint;
import app.tidings.render.feed.Feed.Item;
import java.net.URI;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as Atom (RFC 4287). */
final class AtomFeed {

    private AtomFeed() {}

    static byte[] write(Feed feed) {
        return FeedXml.document(out -> {
            var masthead = feed.masthead();
            out.writeStartElement("feed");
            out.writeDefaultNamespace(FeedXml.ATOM);
            out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", feed.language());
            FeedXml.element(out, "id", masthead.index().toString());
            FeedXml.element(out, "title", masthead.name());
            if (!masthead.tagline().isEmpty()) {
                FeedXml.element(out, "subtitle", masthead.tagline());
            }
            FeedXml.element(out, "updated", FeedXml.rfc3339(feed.updated()));
            link(out, "self", FeedFormat.ATOM.mediaType(), feed.self());
            link(out, "alternate", "text/html", masthead.index());
            author(out, masthead.imprint());
            if (masthead.imprint().license() != null) {
                FeedXml.element(out, "rights", masthead.imprint().license());
            }
            FeedXml.element(out, "generator", "Tidings");
            for (var item : feed.items()) {
                entry(out, item);
            }
            out.writeEndElement();
        });
    }

    private static void author(XMLStreamWriter out, Imprint imprint) throws XMLStreamException {
        out.writeStartElement("author");
        FeedXml.element(out, "name", imprint.publisher());
        if (imprint.homepage() != null) {
            FeedXml.element(out, "uri", imprint.homepage().toString());
        }
        out.writeEndElement();
    }

    private static void entry(XMLStreamWriter out, Item item) throws XMLStreamException {
        out.writeStartElement("entry");
        FeedXml.element(out, "id", item.id());
        FeedXml.element(out, "title", item.title());
        link(out, "alternate", "text/html", item.page());
        FeedXml.element(out, "published", FeedXml.rfc3339(item.published()));
        FeedXml.element(out, "updated", FeedXml.rfc3339(item.updated()));
        FeedXml.element(out, "summary", item.summary());
        out.writeStartElement("content");
        FeedXml.attribute(out, "type", "html");
        FeedXml.text(out, item.html());
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String type, URI address) throws XMLStreamException {
        out.writeEmptyElement("link");
        FeedXml.attribute(out, "rel", relation);
        FeedXml.attribute(out, "type", type);
        FeedXml.attribute(out, "href", address.toString());
    }
}
