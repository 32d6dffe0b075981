package app.tidings.local.newsroom;

import app.tidings.local.newsroom.Page.Kind;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a site's feed as RSS 2.0 or Atom 1.0. */
final class FeedXml {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Origin origin;
    private final Site site;
    private final List<Shown> shown;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private FeedXml(Origin origin, Site site, List<Shown> shown) throws XMLStreamException {
        this.origin = origin;
        this.site = site;
        this.shown = shown;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String rss(Origin origin, Site site, List<Shown> shown) {
        try {
            return new FeedXml(origin, site, shown).rss();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static String atom(Origin origin, Site site, List<Shown> shown) {
        try {
            return new FeedXml(origin, site, shown).atom();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rss() throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element("title", site.name());
        element("link", origin.address(site.home()).toString());
        element("description", site.tagline());
        element("language", site.language());
        element("lastBuildDate", Answer.httpDate(newest()));
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("href", origin.address(site.feedPath()).toString());
        for (var each : shown) {
            rssItem(each);
        }
        return finished();
    }

    private void rssItem(Shown each) throws XMLStreamException {
        xml.writeStartElement("item");
        element("title", each.page().title());
        element("link", each.address().toString());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(each.id());
        xml.writeEndElement();
        element("pubDate", Answer.httpDate(each.at()));
        element("description", each.summary());
        for (var tag : each.page().tags()) {
            element("category", tag);
        }
        if (each.page().front().kindOrArticle() == Kind.EPISODE) {
            xml.writeEmptyElement("enclosure");
            xml.writeAttribute(
                    "url", origin.address(PageHtml.audioOf(each.page())).toString());
            xml.writeAttribute("type", Waves.MEDIA_TYPE);
            xml.writeAttribute("length", String.valueOf(Waves.LENGTH));
        }
        xml.writeEndElement();
    }

    private String atom() throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", site.language());
        element("id", origin.address(site.feedPath()).toString());
        element("title", site.name());
        element("subtitle", site.tagline());
        element("updated", newest().toString());
        link("alternate", origin.address(site.home()).toString());
        link("self", origin.address(site.feedPath()).toString());
        for (var each : shown) {
            xml.writeStartElement("entry");
            element("id", each.id());
            element("title", each.page().title());
            link("alternate", each.address().toString());
            element("published", each.at().toString());
            element("updated", each.at().toString());
            xml.writeStartElement("author");
            element("name", each.page().front().author());
            xml.writeEndElement();
            element("summary", each.summary());
            xml.writeEndElement();
        }
        return finished();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private Instant newest() {
        return shown.isEmpty() ? origin.openedAt() : shown.getFirst().at();
    }

    private String finished() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }
}
