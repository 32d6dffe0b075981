package app.tidings.curation.editing;

import app.tidings.contracts.Manuscript.Image;
import app.tidings.curation.image.FetchImage;
import app.tidings.curation.image.FetchImage.Outcome.Ready;
import app.tidings.curation.image.FetchImage.Outcome.Unusable;
import app.tidings.curation.image.Images;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.page.picture.Picture;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Keeps another of the pictures that an item's page has to offer, so that an edit can take it. Twice is once. */
@Component
class KeepPicture {

    private final Items items;
    private final Images images;
    private final SafeFetcher fetcher;
    private final FetchImage fetch;

    /** What became of the wish. */
    sealed interface Kept {

        /** It is kept; what an edit takes of it, with the alternative text that is proposed. */
        record Fit(Image image) implements Kept {}

        /** It cannot be had or used; the reason is for the editor. */
        record Refused(String reason) implements Kept {}
    }

    KeepPicture(Items items, Images images, SafeFetcher fetcher, InstantSource clock) {
        this.items = items;
        this.images = images;
        this.fetcher = fetcher;
        this.fetch = new FetchImage(clock);
    }

    /** The pictures of an item's page, the best first; empty when there is no such item. */
    Optional<List<Picture>> offered(String itemId) {
        return items.find(itemId).map(KeepPicture::pictures);
    }

    /** Keeps the picture at an address; only one of the item's own, so that nobody has us fetch anything else. */
    Optional<Kept> run(String itemId, URI url) {
        return offered(itemId)
                .map(offered -> offered.stream()
                        .filter(each -> each.url().equals(url))
                        .findFirst()
                        .map(this::kept)
                        .orElseGet(() ->
                                new Kept.Refused("the item's page has no such picture; take one that GET shows")));
    }

    private static List<Picture> pictures(Item item) {
        return item.page().map(Page::pictures).orElse(List.of());
    }

    private Kept kept(Picture picture) {
        return switch (fetch.run(picture.url(), fetcher::fetch, Supplier::get)) {
            case Ready ready -> {
                images.keepFirst(ready.image());
                yield new Kept.Fit(picture.shown(ready.image()));
            }
            case Unusable unusable -> new Kept.Refused("the picture cannot be taken: " + unusable.sentence());
        };
    }
}
