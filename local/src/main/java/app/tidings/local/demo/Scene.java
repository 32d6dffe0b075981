package app.tidings.local.demo;

import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Story;
import java.net.URI;

/** What every step of the demo has at hand. */
record Scene(
        EditorScript script,
        URI newsroom,
        Api ingest,
        Api curation,
        Api notifier,
        Api render,
        Api mailbox,
        Story story,
        Patience patience) {

    /** The whole address of a page or feed that the script names by its place in the newsroom. */
    URI address(String place) {
        return newsroom.resolve(place);
    }

    String inPublication() {
        return "publication=" + Api.encoded(script.publication());
    }
}
