package app.tidings.curation.enrich;

import app.tidings.curation.image.FetchImage;
import app.tidings.curation.image.FetchImage.Outcome.Ready;
import app.tidings.curation.image.FetchImage.Outcome.Unusable;
import app.tidings.curation.image.bare.Refusal;
import app.tidings.curation.page.picture.FindPictures;
import app.tidings.curation.page.picture.Picture;
import app.tidings.curation.page.picture.Picture.From;
import app.tidings.platform.fetch.SafeFetcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of the page, for the editor to take: the first that can be had and used of those that it has to offer. If none can,
 * the item goes on without one, and its flags say what was wrong with the best. Who waits for others to be decoded waits outside
 * the slot.
 */
final class ProposeImage implements Enricher {

    private static final int MOST_TRIES = 3;

    /** Behind which no other is tried: a worker has more to do. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** Of a picture in the text, in pixels: smaller ones go with the text and mean little without it. */
    private static final int MIN_WIDTH = 300;

    private static final int MIN_HEIGHT = 150;

    private final SafeFetcher fetcher;
    private final FetchImage fetch;

    ProposeImage(SafeFetcher fetcher, FetchImage fetch) {
        this.fetcher = fetcher;
        this.fetch = fetch;
    }

    @Override
    public void enrich(Draft draft) {
        draft.page().ifPresent(page -> {
            var pictures = new ArrayList<>(FindPictures.of(page, draft.metadata().images(), draft.html(), draft.title()));
            var enough = System.nanoTime() + ENOUGH.toNanos();
            for (var i = 0; i < Math.min(MOST_TRIES, pictures.size()) && System.nanoTime() < enough; i++) {
                pictures.set(i, tried(pictures.get(i), draft));
                if (pictures.get(i).sha256() != null || isForLater(pictures.get(i))) {
                    break;
                }
            }
            if (pictures.stream().anyMatch(ProposeImage::isForLater)) {
                draft.later().want();
            }
            draft.album().offer(pictures);
            flag(pictures, draft);
        });
    }

    private Picture tried(Picture picture, Draft draft) {
        return switch (fetch.run(picture.url(), request -> draft.slot().fetch(fetcher, request), draft.slot()::waiting)) {
            case Ready ready when isSmall(ready, picture) -> picture.refused(Refusal.TOO_SMALL.word());
            case Ready(var image, _, _) -> {
                draft.album().take(picture, image);
                yield picture.kept(image.sha256());
            }
            case Unusable unusable -> picture.refused(unusable.why());
        };
    }

    /** Nothing is wrong with it, but too many others were to be decoded before. */
    private static boolean isForLater(Picture picture) {
        return Refusal.BUSY.word().equals(picture.unusable());
    }

    private static boolean isSmall(Ready ready, Picture picture) {
        return picture.from() == From.TEXT && (ready.fileWidth() < MIN_WIDTH || ready.fileHeight() < MIN_HEIGHT);
    }

    private static void flag(List<Picture> pictures, Draft draft) {
        if (!pictures.isEmpty() && draft.album().taken().isEmpty()) {
            draft.flag("no-image");
            draft.flag("image-" + pictures.getFirst().unusable());
        }
    }
}
