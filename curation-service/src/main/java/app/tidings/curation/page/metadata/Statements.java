package app.tidings.curation.page.metadata;

import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.thing.JsonLd;
import app.tidings.curation.page.metadata.thing.Microdata;
import app.tidings.curation.page.metadata.thing.Thing;

/** The ways in which a page makes statements about itself for machines: JSON-LD, microdata, and its meta tags. */
record Statements(WebPage page, Thing json, Thing micro, MetaTags tags) {

    static Statements of(WebPage page) {
        var html = page.html();
        return new Statements(page, JsonLd.of(html), Microdata.of(html), MetaTags.of(html));
    }
}
