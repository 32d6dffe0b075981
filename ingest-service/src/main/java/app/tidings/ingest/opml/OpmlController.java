package app.tidings.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.opml.ImportOpml.Imported;
import app.tidings.ingest.source.AddSources;
import app.tidings.ingest.source.Sources;
import app.tidings.platform.fetch.Body;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Sources in and out as OPML, the format in which readers exchange lists of feeds. */
@RestController
@RequestMapping("/api/v1/sources/opml")
class OpmlController {

    private final Sources sources;
    private final ImportOpml importOpml;

    OpmlController(Sources sources, ImportOpml importOpml) {
        this.sources = sources;
        this.importOpml = importOpml;
    }

    @PostMapping
    Imported.Report importList(@RequestParam String publication, InputStream document) {
        return switch (importOpml.run(publication, Opml.read(whole(document)))) {
            case Imported.Report report -> report;
            case Imported.NotOpml(var reason) -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
            case Imported.UnknownPublication(var known) ->
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

    @GetMapping
    ResponseEntity<StreamingResponseBody> exportList(@RequestParam String publication) {
        StreamingResponseBody list = out -> {
            try {
                Opml.write(out, publication, reader -> sources.each(publication, reader));
            } catch (XMLStreamException e) {
                throw new IOException("the list could not be written", e);
            }
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "x-opml", UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sources.opml\"")
                .body(list);
    }
}
