package app.tidings.ingest.opml;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sources out as OPML, the format in which readers exchange lists of feeds. */
@RestController
@RequestMapping("/api/v1/sources/opml")
class OpmlController {

    private static final Logger LOG = LoggerFactory.getLogger(OpmlController.class);

    private final ExportOpml exportOpml;

    OpmlController(ExportOpml exportOpml) {
        this.exportOpml = exportOpml;
    }

    /** Written on the request's own thread: a list may take longer than a response that is finished elsewhere is waited for. */
    @GetMapping(produces = "text/x-opml;charset=UTF-8")
    void exportList(@RequestParam String publication, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/x-opml;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sources.opml\"");
        try {
            exportOpml.run(publication, response.getOutputStream());
        } catch (XMLStreamException e) {
            throw new IOException("the list could not be written", e);
        } catch (RuntimeException fault) {
            if (!response.isCommitted()) {
                response.reset();
                throw fault;
            }
            LOG.atWarn().addKeyValue("publication", publication).setCause(fault).log("a list broke off");
            throw new ServletException(
                    "the list broke off"); // without its cause, for which an answer would be appended
        }
    }
}
