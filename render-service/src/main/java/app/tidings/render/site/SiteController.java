package app.tidings.render.site;

import app.tidings.contracts.Ids;
import app.tidings.contracts.Profile;
import app.tidings.render.artefact.Artefacts;
import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.artefact.Shelves;
import app.tidings.render.publication.Publications;
import app.tidings.render.typeset.Typesetting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public archive. What is in an address is looked up as a key, never as a file. */
@RestController
class SiteController {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=utf-8");
    private static final Duration FRESH = Duration.ofMinutes(1);

    static final String PUBLICATION = "/{publication:[a-z0-9-]{1,64}}";
    static final String LANGUAGE = "/{language:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}}";
    private static final String NUMBER = "/{number:[1-9][0-9]{0,8}}";

    private final Publications publications;
    private final Shelves shelves;
    private final Artefacts artefacts;
    private final SitePages pages;

    SiteController(Publications publications, Shelves shelves, Artefacts artefacts, SitePages pages) {
        this.publications = publications;
        this.shelves = shelves;
        this.artefacts = artefacts;
        this.pages = pages;
    }

    /** With one publication its index; else which there are. */
    @GetMapping("/")
    ResponseEntity<byte[]> start() {
        var all = publications.all();
        return all.size() == 1 ? index(all.getFirst(), all.getFirst().language()) : answer(HTML, pages.start(all));
    }

    @GetMapping(PUBLICATION + "/")
    ResponseEntity<byte[]> publication(@PathVariable String publication) {
        var profile = find(publication);
        return index(profile, profile.language());
    }

    @GetMapping(PUBLICATION + LANGUAGE + "/")
    ResponseEntity<byte[]> index(@PathVariable String publication, @PathVariable String language) {
        return index(find(publication), language);
    }

    private ResponseEntity<byte[]> index(Profile profile, String language) {
        if (!Typesetting.languages(profile).contains(language)) {
            throw new NoSuchPage();
        }
        return answer(HTML, pages.index(profile, language, shelves.find(profile.publicationId(), language)));
    }

    @GetMapping(PUBLICATION)
    ResponseEntity<Void> publicationWithoutSlash(@PathVariable String publication) {
        return movedTo("/%s/".formatted(find(publication).publicationId()));
    }

    @GetMapping(PUBLICATION + LANGUAGE)
    ResponseEntity<Void> indexWithoutSlash(@PathVariable String publication, @PathVariable String language) {
        return movedTo("/%s/%s/".formatted(find(publication).publicationId(), language));
    }

    @GetMapping(PUBLICATION + LANGUAGE + NUMBER)
    ResponseEntity<byte[]> page(
            @PathVariable String publication, @PathVariable String language, @PathVariable int number) {
        var shelf = shelves.find(publication, language);
        var issue = shelf.find(number).orElseThrow(NoSuchPage::new);
        return answer(HTML, pages.issue(stored(issue, issue.page()), publication, language, shelf, issue));
    }

    @GetMapping(PUBLICATION + LANGUAGE + NUMBER + ".md")
    ResponseEntity<byte[]> markdown(
            @PathVariable String publication, @PathVariable String language, @PathVariable int number) {
        var issue = shelves.find(publication, language).find(number).orElseThrow(NoSuchPage::new);
        return answer(MARKDOWN, stored(issue, issue.markdown()));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        return answer(MediaType.TEXT_PLAIN, "User-agent: *\nDisallow: /api/\n".getBytes(StandardCharsets.UTF_8));
    }

    private Profile find(String publication) {
        return publications.find(publication).orElseThrow(NoSuchPage::new);
    }

    private byte[] stored(Issue issue, String sha256) {
        return artefacts
                .find(sha256)
                .orElseThrow(() ->
                        new IllegalStateException("artefact %s of %s is gone".formatted(sha256, issue.editionId())));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return answer(type, body, Ids.contentHash(body));
    }

    /** What may be kept for a moment, and after that as long as the hash is the same. */
    static ResponseEntity<byte[]> answer(MediaType type, byte[] body, String hash) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag("\"" + hash + "\"")
                .body(body);
    }

    private static ResponseEntity<Void> movedTo(String path) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(path))
                .build();
    }
}
