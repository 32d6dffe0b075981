package app.tidings.curation.enrich;

import app.tidings.curation.image.FetchImage;
import app.tidings.curation.image.FetchImage.Outcome;
import app.tidings.curation.image.FetchImage.Outcome.Ready;
import app.tidings.curation.image.FetchImage.Outcome.Unusable;
import app.tidings.curation.image.bare.Refusal;
import app.tidings.curation.page.picture.Picture;
import app.tidings.curation.page.picture.Picture.From;
import app.tidings.platform.fetch.SafeFetcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of the page, for the editor to take: the first that can be had and used of those that it has to offer. If none can,
 * the item goes on without one, and its flags say what was wrong with the best; where that may pass, what an earlier look found
 * stands. Who waits for others to be decoded waits outside the slot.
 */
final class ProposeImage implements Enricher {

    private static final int MOST_TRIES = 3;

    /** After this no other is tried: a worker has more to do. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** Of a picture in the text, in pixels: smaller ones go with the text and mean little without it. */
    private static final int MIN_WIDTH = 300;

    private static final int MIN_HEIGHT = 150;

    private final SafeFetcher fetcher;
    private final FetchImage fetch;

    /** What came of the pictures when none was taken. */
    private enum Left {
        /** Nothing another look would find. */
        NOTHING,
        /** One is away for now. */
        AWAY,
        /** One was not looked at, as too many others were to be decoded, or there was no time. */
        UNTRIED
    }

    ProposeImage(SafeFetcher fetcher, FetchImage fetch) {
        this.fetcher = fetcher;
        this.fetch = fetch;
    }

    @Override
    public void enrich(Draft draft) {
        var pictures = new ArrayList<>(draft.album().pictures());
        var left = tried(pictures, draft);
        draft.album().offer(pictures);
        if (pictures.isEmpty() || !draft.album().taken().isEmpty()) {
            return;
        }
        var standing = draft.item().page().filter(page -> !page.images().isEmpty());
        if (left != Left.NOTHING && standing.isPresent()) {
            draft.album().startFrom(standing.get());
            draft.later().missed();
            return;
        }
        draft.flag("no-image");
        draft.flag("image-" + pictures.getFirst().unusable());
        if (left == Left.UNTRIED && draft.item().isToBeLookedUp()) {
            draft.later().want();
        }
    }

    /** Tries the best until one is taken. */
    private Left tried(List<Picture> pictures, Draft draft) {
        var left = Left.NOTHING;
        var end = System.nanoTime() + ENOUGH.toNanos();
        for (var i = 0; i < Math.min(MOST_TRIES, pictures.size()); i++) {
            if (System.nanoTime() - end > 0) {
                return Left.UNTRIED;
            }
            var picture = pictures.get(i);
            var outcome =
                    fetch.run(picture.url(), request -> draft.slot().fetch(fetcher, request), draft.slot()::waiting);
            pictures.set(i, taken(picture, outcome, draft));
            if (isBusy(pictures.get(i))) {
                return Left.UNTRIED;
            }
            if (pictures.get(i).sha256() != null) {
                return left;
            }
            left = outcome instanceof Unusable unusable && unusable.mayPass() ? Left.AWAY : left;
        }
        return left;
    }

    private static Picture taken(Picture picture, Outcome outcome, Draft draft) {
        return switch (outcome) {
            case Ready ready when isSmall(ready, picture) -> picture.refused(Refusal.TOO_SMALL.word());
            case Ready ready -> {
                draft.album().take(picture, ready.image());
                yield picture.kept(ready.image().sha256());
            }
            case Unusable unusable -> picture.refused(unusable.why());
        };
    }

    /** Nothing is wrong with it, but too many others were to be decoded before: so they are before the next one as well. */
    private static boolean isBusy(Picture picture) {
        return Refusal.BUSY.word().equals(picture.unusable());
    }

    private static boolean isSmall(Ready ready, Picture picture) {
        return picture.from() == From.TEXT && (ready.fileWidth() < MIN_WIDTH || ready.fileHeight() < MIN_HEIGHT);
    }
}
