package app.tidings.curation.page.metadata;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.thing.JsonLd;
import app.tidings.curation.page.metadata.thing.Microdata;
import app.tidings.curation.page.metadata.thing.Thing;
import app.tidings.curation.page.outline.Outline;

/** The ways in which a page makes statements about itself for machines: JSON-LD, microdata, and its meta tags. */
record Statements(WebPage page, Outline outline, Thing json, Thing micro, MetaTags tags) {

    static Statements of(WebPage page) {
        var outline = Outline.of(page.html());
        return new Statements(page, outline, JsonLd.of(outline), Microdata.of(outline, page), MetaTags.of(outline));
    }
}
