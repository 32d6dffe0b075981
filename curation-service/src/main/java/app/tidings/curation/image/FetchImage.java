package app.tidings.curation.image;

import app.tidings.contracts.Ids;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.curation.image.Shrunk.Fit;
import app.tidings.curation.image.Shrunk.Refused;
import app.tidings.curation.image.bare.Refusal;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Fetches an image and makes it fit to be kept. */
public final class FetchImage {

    /** Of a file, in bytes. */
    private static final long MAX_FILE = 8L * 1024 * 1024;

    /** What is read is named, so that servers that have several do not send another; stores often name no type at all. */
    private static final String[] TYPES = {
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/*",
        "application/octet-stream",
        "binary/octet-stream"
    };

    private final InstantSource clock;
    private final Turn turn;
    private final ShrinkImage shrink = new ShrinkImage();

    public FetchImage(InstantSource clock) {
        this(clock, Turn.OF_ALL);
    }

    FetchImage(InstantSource clock, Turn turn) {
        this.clock = clock;
        this.turn = turn;
    }

    /** What became of an image that was asked for. */
    public sealed interface Outcome {

        /**
         * It is ready to be kept.
         *
         * @param fileWidth in pixels; what is kept may be smaller
         * @param fileHeight in pixels
         */
        record Ready(ImageKept image, int fileWidth, int fileHeight) implements Outcome {}

        /**
         * It cannot be had or used.
         *
         * @param why a short word of our own: {@code http-404}, {@code timeout}, {@code too-small}
         * @param sentence the same for people
         * @param mayPass whether it may be had another time
         */
        record Unusable(String why, String sentence, boolean mayPass) implements Outcome {

            private static Unusable of(Refusal refusal) {
                return new Unusable(refusal.word(), refusal.sentence(), refusal == Refusal.BUSY);
            }

            private static Unusable of(Fetched fetched, String sentence) {
                return new Unusable(fetched.word(), sentence, fetched.mayPass());
            }
        }
    }

    /**
     * Gets the image, whatever its server does: ready to be kept, or the reason why not.
     *
     * @param fetcher fetches the file
     * @param waiting waits until it is this image's turn to be decoded, which takes up to a minute, and tells whether it came
     */
    public Outcome run(URI url, Function<FetchRequest, Fetched> fetcher, Predicate<Supplier<Boolean>> waiting) {
        return switch (fetcher.apply(FetchRequest.get(url).accept(TYPES).maxBytes(MAX_FILE))) {
            case Answer answer
            when answer.isOk() ->
                turn.take(answer.body().size(), waiting, () -> made(answer.body()), Outcome.Unusable.of(Refusal.BUSY));
            case Answer answer -> Outcome.Unusable.of(answer, "its server answers " + answer.status());
            case Failed failed -> Outcome.Unusable.of(failed, failed.detail());
        };
    }

    private Outcome made(Body file) {
        return switch (shrink.run(file.bytes())) {
            case Fit fit ->
                new Outcome.Ready(image(fit), fit.of().width(), fit.of().height());
            case Refused(var why) -> Outcome.Unusable.of(why);
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
