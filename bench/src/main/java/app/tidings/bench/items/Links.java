package app.tidings.bench.items;

import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Links as ingest would tell of them. */
final class Links {

    private static final String PUBLICATION = "tidings-weekly";

    private Links() {}

    /** One that was found just now. */
    static LinkFound to(String url) {
        var now = Instant.now();
        var sighting = new Sighting("s1", "Source", URI.create(url), null, now, null);
        return new LinkFound(
                Ids.link(PUBLICATION, url), PUBLICATION, 1, URI.create(url), url, null, List.of(sighting), now);
    }
}
