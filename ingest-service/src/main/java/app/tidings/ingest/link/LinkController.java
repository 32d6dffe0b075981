package app.tidings.ingest.link;

import app.tidings.contracts.Sighting;
import app.tidings.ingest.link.Links.Standing;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Links for people: who showed one, and whether curation has it. */
@RestController
@RequestMapping("/api/v1/links")
class LinkController {

    private final Links links;

    /**
     * A link.
     *
     * @param taken whether curation holds this version
     * @param takenVersion the last version that curation holds; 0 for none
     * @param withdrawn why it is not wanted after all; null where it is
     */
    record LinkView(
            String id,
            String publication,
            URI url,
            String title,
            @Nullable String teaser,
            List<Sighting> sightings,
            long version,
            long takenVersion,
            boolean taken,
            @Nullable String withdrawn) {

        static LinkView of(Standing standing) {
            var link = standing.link();
            return new LinkView(
                    link.id(),
                    link.publicationId(),
                    link.url(),
                    link.title(),
                    link.teaser(),
                    link.sightings(),
                    link.version(),
                    standing.taken(),
                    standing.isTaken(),
                    link.withdrawn());
        }
    }

    LinkController(Links links) {
        this.links = links;
    }

    @GetMapping("/{id}")
    LinkView one(@PathVariable String id) {
        return links.find(id)
                .map(LinkView::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no link " + id));
    }
}
