package app.tidings.ingest.preview;

import app.tidings.ingest.connector.ConnectorSettings;
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

    /** An address as somebody pasted it, or else a source of whatever kind as it would be added. */
    record Wanted(@Nullable String url, @Nullable ConnectorSettings connector) {}

    PreviewController(PreviewSource previewSource) {
        this.previewSource = previewSource;
    }

    /** What it would give. 400 where it is no source that can be read; whatever its server does is a good answer. */
    @PostMapping
    Preview preview(@RequestBody Wanted wanted) {
        if (wanted.connector() != null) {
            return previewSource.one(sound(wanted.connector()));
        }
        return previewSource.run(sound(FeedSettings.of(wanted.url())));
    }

    private static <S extends ConnectorSettings> S sound(S settings) {
        var fault = settings.fault();
        if (fault != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault);
        }
        return settings;
    }
}
