package app.tidings.ingest.preview;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.preview.PreviewSource.Preview;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Looks at an address before it is added. */
@RestController
@RequestMapping("/api/v1/sources/preview")
class PreviewController {

    private final PreviewSource previewSource;

    /** An address as somebody pasted it. */
    record Pasted(@Nullable String url) {}

    PreviewController(PreviewSource previewSource) {
        this.previewSource = previewSource;
    }

    /** What it would give. 400 where it is no address that can be fetched; whatever its server does is a good answer. */
    @PostMapping
    Preview preview(@RequestBody Pasted pasted) {
        var feed = FeedSettings.of(pasted.url());
        var fault = feed.fault();
        if (fault != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault);
        }
        return previewSource.run(feed);
    }
}
