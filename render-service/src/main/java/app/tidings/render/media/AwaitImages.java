package app.tidings.render.media;

import java.util.List;
import org.springframework.stereotype.Component;

/** Says which images an edition has to wait for; once the last of them is kept, the edition's job is opened again. */
@Component
public class AwaitImages {

    private final Images images;
    private final AwaitedImages awaited;

    AwaitImages(Images images, AwaitedImages awaited) {
        this.images = images;
        this.awaited = awaited;
    }

    /** The images that are not there, for which the edition now waits; none where it can be printed. */
    public List<String> missing(String editionId, List<String> sha256s) {
        var missing = images.missing(sha256s);
        missing.forEach(each -> awaited.add(each, editionId));
        return missing.isEmpty() ? missing : images.missing(missing); // one may have come before its wait was written
    }
}
