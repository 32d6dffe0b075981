package app.tidings.curation.image;

import app.tidings.contracts.Ids;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches an image, makes it fit and keeps it. */
@Component
public class KeepImage {

    private static final Logger LOG = LoggerFactory.getLogger(KeepImage.class);
    private static final long MAX_FILE = 8L * 1024 * 1024;

    private final SafeFetcher fetcher;
    private final Images images;
    private final InstantSource clock;
    private final ShrinkImage shrink = new ShrinkImage();

    KeepImage(SafeFetcher fetcher, Images images, InstantSource clock) {
        this.fetcher = fetcher;
        this.images = images;
        this.clock = clock;
    }

    /** The image as an entry may show it; empty when it cannot be had or used. */
    public Optional<Manuscript.Image> run(URI url, String alt) {
        return switch (fetched(url)) {
            case Fit fit -> Optional.of(keep(fit, alt));
            case Refused(var reason) -> {
                LOG.atDebug()
                        .addKeyValue("host", url.getHost())
                        .addKeyValue("reason", reason)
                        .log("image not kept");
                yield Optional.empty();
            }
        };
    }

    private Shrunk fetched(URI url) {
        return switch (fetcher.fetch(FetchRequest.get(url).accept("image/*").maxBytes(MAX_FILE))) {
            case Answer answer when answer.isOk() -> shrink.run(answer.body().bytes());
            case Answer answer -> new Refused("its server answers " + answer.status());
            case Failed failed -> new Refused(failed.detail());
        };
    }

    private Manuscript.Image keep(Fit fit, String alt) {
        var bytes = fit.body().bytes();
        var sha256 = Ids.contentHash(bytes);
        images.keepFirst(new ImageKept(
                sha256,
                fit.mediaType(),
                fit.width(),
                fit.height(),
                Base64.getEncoder().encodeToString(bytes),
                clock.instant()));
        return new Manuscript.Image(sha256, fit.width(), fit.height(), alt, "");
    }
}
