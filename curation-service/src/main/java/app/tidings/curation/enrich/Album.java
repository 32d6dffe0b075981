package app.tidings.curation.enrich;

import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.curation.item.Page;
import app.tidings.curation.page.picture.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pictures of a draft: what the page has to offer, and what was taken of it. */
final class Album {

    private final Map<ImageKept, Picture> taken = new LinkedHashMap<>();
    private List<Image> standing = List.of();
    private List<Picture> pictures = List.of();

    /** What was found before stands. */
    void startFrom(Page page) {
        standing = page.images();
        pictures = page.pictures();
    }

    /** What the page has to offer, the best first, with what became of those that were tried. */
    void offer(List<Picture> found) {
        pictures = List.copyOf(found);
    }

    void take(Picture picture, ImageKept image) {
        taken.put(image, picture);
    }

    /** The images, to be kept before the page is. */
    Set<ImageKept> taken() {
        return taken.keySet();
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** The images that are proposed to the editor. */
    List<Image> proposed() {
        var found = taken.entrySet().stream().map(each -> shown(each.getKey(), each.getValue()));
        return Stream.concat(standing.stream(), found).toList();
    }

    private static Image shown(ImageKept image, Picture picture) {
        return new Image(image.sha256(), image.width(), image.height(), picture.alt(), "");
    }
}
