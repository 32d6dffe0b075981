package app.tidings.render.artefact;

import app.tidings.contracts.EditionEvent.Artefact;
import app.tidings.render.artefact.Editions.Place;
import app.tidings.render.artefact.StandingEdition.Failure;
import app.tidings.render.edition.EmailFormat;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Editions and what was printed of them, for programs. */
@RestController
@RequestMapping("/api/v1/editions")
class EditionController {

    private static final int PAGE = 100;
    private static final Place NEWEST = new Place(Integer.MAX_VALUE, "");
    private static final Pattern PLACE = Pattern.compile("(?<number>\\d{1,9}):(?<id>[\\w:-]+)");
    private static final String BARE = "default-src 'none'; sandbox";
    private static final String STYLED = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; sandbox";

    private final Editions editions;
    private final Artefacts artefacts;

    /** Where an edition is on its way. */
    enum State {
        WAITING_FOR_IMAGES,
        TO_BE_PRINTED,
        PRINTED
    }

    /**
     * An edition, as a program sees it.
     *
     * @param waitsFor hashes of the images without which it cannot be printed
     * @param failure why it could not be printed, if the last try failed; it is tried again
     */
    record View(
            String id,
            String issueId,
            String publication,
            int number,
            String language,
            String access,
            String title,
            LocalDate date,
            State state,
            List<String> waitsFor,
            @Nullable Failure failure,
            long issueVersion,
            @Nullable Instant printedAt,
            @Nullable URI page,
            List<Artefact> artefacts) {}

    /** Newest first; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<View> editions, @Nullable String next) {}

    EditionController(Editions editions, Artefacts artefacts) {
        this.editions = editions;
        this.artefacts = artefacts;
    }

    @GetMapping
    Page list(@RequestParam String publication, @RequestParam(required = false) @Nullable String cursor) {
        var page = editions.newestFirst(publication, cursor == null ? NEWEST : place(cursor), PAGE);
        return new Page(page.stream().map(EditionController::view).toList(), page.size() < PAGE ? null : endOf(page));
    }

    private static String endOf(List<StandingEdition> page) {
        var last = page.getLast();
        return last.heading().number() + ":" + last.id();
    }

    private static Place place(String cursor) {
        var place = PLACE.matcher(cursor);
        if (!place.matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "cursor is not what a page names as next");
        }
        return new Place(Integer.parseInt(place.group("number")), place.group("id"));
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return view(find(id));
    }

    @GetMapping("/{id}/artefacts/{format}")
    ResponseEntity<byte[]> artefact(@PathVariable String id, @PathVariable String format) {
        var proof = find(id).proof();
        if (proof == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "the edition has not been printed yet");
        }
        var artefact = proof.artefact(format)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no format of that name was printed"));
        var bytes = artefacts
                .find(artefact.sha256())
                .orElseThrow(() -> new IllegalStateException("artefact %s is gone".formatted(artefact.sha256())));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(artefact.mediaType()))
                .eTag("\"" + artefact.sha256() + "\"")
                .header("Content-Security-Policy", format.equals(EmailFormat.HTML) ? STYLED : BARE)
                .body(bytes);
    }

    private StandingEdition find(String id) {
        return editions.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no edition " + id));
    }

    private static View view(StandingEdition standing) {
        var heading = standing.heading();
        var proof = standing.proof();
        return new View(
                standing.id(),
                heading.issueId(),
                heading.publication(),
                heading.number(),
                heading.language(),
                heading.access(),
                heading.title(),
                heading.date(),
                state(standing),
                standing.waitsFor(),
                standing.failure(),
                standing.wanted(),
                proof == null ? null : proof.printedAt(),
                proof == null ? null : proof.page(),
                proof == null ? List.of() : proof.artefacts());
    }

    private static State state(StandingEdition standing) {
        if (standing.isPrinted()) {
            return State.PRINTED;
        }
        return standing.waitsFor().isEmpty() ? State.TO_BE_PRINTED : State.WAITING_FOR_IMAGES;
    }
}
