package app.tidings.render.media;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Images for everybody; what a hash names never changes. */
@RestController
class MediaController {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Images images;

    MediaController(Images images) {
        this.images = images;
    }

    @GetMapping("/media/{sha256:[0-9a-f]{64}}")
    ResponseEntity<byte[]> image(@PathVariable String sha256) {
        var image = images.find(sha256)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such image"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .eTag("\"" + sha256 + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(image.bytes().array());
    }
}
