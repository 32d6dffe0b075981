package app.tidings.curation.enrich;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.curation.item.Page;
import app.tidings.curation.page.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a draft: what the page has to offer, and what was taken of it. */
final class Album {

    private final List<ImageKept> taken = new ArrayList<>();
    private final List<Image> proposed = new ArrayList<>();
    private List<Picture> pictures = List.of();

    /** What was found before stands. */
    void startFrom(Page page) {
        proposed.addAll(page.images());
        pictures = page.pictures();
    }

    /** What the page has to offer, the best first, with what became of those that were tried. */
    void offer(List<Picture> found) {
        pictures = List.copyOf(found);
    }

    void take(Picture picture, ImageKept image) {
        taken.add(image);
        proposed.add(picture.shown(image));
    }

    /** The images, to be kept before the page is. */
    List<ImageKept> taken() {
        return taken;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** The images that are proposed to the editor. */
    List<Image> proposed() {
        return List.copyOf(proposed);
    }
}
