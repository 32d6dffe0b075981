package app.tidings.ingest.imports;

import app.tidings.ingest.imports.DraftList.Refusal;
import app.tidings.ingest.imports.ImportOpml.Taken;
import app.tidings.ingest.source.AddSources;
import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists of sources in, as OPML: each goes on by itself once it is taken, and tells how far it is. */
@RestController
@RequestMapping("/api/v1/sources/imports")
class ImportController {

    /** Bodies in which a list would be wrapped up, or that the server reads for itself. */
    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);

    private final ImportOpml importOpml;
    private final Imports imports;

    /**
     * How far a list is.
     *
     * @param state {@code running} or {@code done}
     * @param total outlines of the list that tell of sources: those added, already there, refused, and still to come
     */
    record ImportView(
            String id,
            String publication,
            String state,
            int total,
            int added,
            int alreadyThere,
            int refused,
            List<Refusal> refusals,
            @Nullable String flaw,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static ImportView of(Import one) {
            return new ImportView(
                    one.id(),
                    one.publicationId(),
                    one.isRunning() ? "running" : "done",
                    one.total(),
                    one.added(),
                    one.alreadyThere(),
                    one.refused(),
                    one.refusals(),
                    one.flaw(),
                    one.startedAt(),
                    one.endedAt());
        }
    }

    ImportController(ImportOpml importOpml, Imports imports) {
        this.importOpml = importOpml;
        this.imports = imports;
    }

    /**
     * Takes a list, 202 with the address where its progress is told; or tells what would come of it, 200, where it is a
     * {@code dry-run}. 400 for what is no list, 415 for one that comes in a form, 413 for one that is too
     * large, 422 for a publication that nobody knows.
     */
    @PostMapping
    ResponseEntity<?> take(
            @RequestParam String publication,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type,
            InputStream document) {
        if (FORM.matcher(type).lookingAt()) {
            throw new ResponseStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "send the list itself as the body, with Content-Type: text/x-opml; curl does so by --data-binary @FILE");
        }
        return switch (importOpml.run(publication, whole(document), dryRun)) {
            case Taken.Begun(var running) ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/sources/imports/" + running.id()))
                        .body(ImportView.of(running));
            case Taken.Tried tried -> ResponseEntity.ok(tried);
            case Taken.NotOpml(var reason) -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
            case Taken.TooLong(var reason) -> throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, reason);
            case Taken.UnknownPublication(var known) ->
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, AddSources.unknownPublication(publication, known));
        };
    }

    private static Body whole(InputStream document) {
        try {
            return Body.of(document.readAllBytes());
        } catch (IOException e) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the list is too large or was cut off: split it and send it again",
                    e);
        }
    }

    /** How far it is; 404 when it is not there, or ended long ago. */
    @GetMapping("/{id}")
    ImportView one(@PathVariable String id) {
        return imports.find(id)
                .map(ImportView::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no import %s, or it ended more than 30 days ago".formatted(id)));
    }
}
