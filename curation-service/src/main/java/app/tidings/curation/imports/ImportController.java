package app.tidings.curation.imports;

import app.tidings.curation.archive.ArchiveFile;
import app.tidings.curation.archive.Finding;
import app.tidings.curation.imports.ImportIssues.Imported;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Markdown files of issues of the past in, one at a time. */
@RestController
@RequestMapping("/api/v1/issues/imports")
class ImportController {

    private final ImportIssues importIssues;

    /** What came of a file, and what of it was not understood. */
    record ImportedFile(String file, List<Imported> issues, List<Finding> findings) {}

    ImportController(ImportIssues importIssues) {
        this.importIssues = importIssues;
    }

    /**
     * Takes in the issues of a file, in UTF-8 if possible. The same file again changes nothing. 422 for a publication that nobody knows.
     *
     * @param file its name, which tells the date where the text does not
     */
    @PostMapping
    ImportedFile take(@RequestParam String publication, @RequestParam String file, InputStream document) {
        var read = ArchiveFile.read(file, bytes(document));
        var issues = importIssues
                .run(publication, read)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "there is no publication " + publication));
        return new ImportedFile(file, issues, read.findings());
    }

    private static byte[] bytes(InputStream document) {
        try {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the file is too large or was cut off: split it and send it again",
                    e);
        }
    }
}
