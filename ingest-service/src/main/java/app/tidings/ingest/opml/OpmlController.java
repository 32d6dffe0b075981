package app.tidings.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Sources out as OPML, the format in which readers exchange lists of feeds. */
@RestController
@RequestMapping("/api/v1/sources/opml")
class OpmlController {

    private final ExportOpml exportOpml;

    OpmlController(ExportOpml exportOpml) {
        this.exportOpml = exportOpml;
    }

    @GetMapping
    ResponseEntity<StreamingResponseBody> exportList(@RequestParam String publication) {
        StreamingResponseBody list = out -> {
            try {
                exportOpml.run(publication, out);
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
