package app.tidings.curation.image;

import app.tidings.contracts.Ids;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches an image and makes it fit to be kept. */
public final class FetchImage {

    private static final Logger LOG = LoggerFactory.getLogger(FetchImage.class);
    private static final long MAX_FILE = 8L * 1024 * 1024;

    private final InstantSource clock;
    private final ShrinkImage shrink = new ShrinkImage();

    public FetchImage(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The image, ready to be kept; empty when it cannot be had or used.
     *
     * @param fetcher fetches the file
     */
    public Optional<ImageKept> run(URI url, Function<FetchRequest, Fetched> fetcher) {
        return switch (shrunk(url, fetcher)) {
            case Fit fit -> Optional.of(image(fit));
            case Refused(var reason) -> {
                LOG.atDebug()
                        .addKeyValue("host", url.getHost())
                        .addKeyValue("reason", reason)
                        .log("image not usable");
                yield Optional.empty();
            }
        };
    }

    private Shrunk shrunk(URI url, Function<FetchRequest, Fetched> fetcher) {
        return switch (fetcher.apply(FetchRequest.get(url).accept("image/*").maxBytes(MAX_FILE))) {
            case Answer answer when answer.isOk() -> shrink.run(answer.body().bytes());
            case Answer answer -> new Refused("its server answers " + answer.status());
            case Failed failed -> new Refused(failed.detail());
        };
    }

    private ImageKept image(Fit fit) {
        var bytes = fit.body().bytes();
        return new ImageKept(
                Ids.contentHash(bytes),
                fit.mediaType(),
                fit.width(),
                fit.height(),
                Base64.getEncoder().encodeToString(bytes),
                clock.instant());
    }
}
