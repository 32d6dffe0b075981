package app.tidings.curation.editing;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.curation.editing.KeepPicture.Kept;
import app.tidings.curation.page.picture.Picture;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The pictures that an item's page has to offer beside the one that is proposed. */
@RestController
@RequestMapping("/api/v1/items/{id}/pictures")
class PictureController {

    private final KeepPicture keep;

    /** The pictures, the best first. */
    record Offered(List<Picture> pictures) {}

    /** Which one is to be kept. */
    record Wish(@Nullable URI url) {}

    PictureController(KeepPicture keep) {
        this.keep = keep;
    }

    @GetMapping
    Offered pictures(@PathVariable String id) {
        return new Offered(keep.offered(id).orElseThrow(() -> unknown(id)));
    }

    @PostMapping
    Image keep(@PathVariable String id, @RequestBody Wish wish) {
        if (wish.url() == null) {
            throw new BadValue("url is missing: send that of one of the pictures");
        }
        return switch (keep.run(id, wish.url()).orElseThrow(() -> unknown(id))) {
            case Kept.Fit(var image) -> image;
            case Kept.Refused(var reason) ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
        };
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no item " + id);
    }
}
