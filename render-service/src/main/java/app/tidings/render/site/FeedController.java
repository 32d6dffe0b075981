package app.tidings.render.site;

import app.tidings.contracts.Profile;
import app.tidings.render.feed.FeedFormat;
import app.tidings.render.feed.Feeds;
import app.tidings.render.publication.Publications;
import app.tidings.render.typeset.Typesetting;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The archive as feeds; without a language in the address, in the publication's own. */
@RestController
class FeedController {

    private static final String FILE = "/{file:feed\\.xml|atom\\.xml|feed\\.json}";

    private final Publications publications;
    private final Feeds feeds;

    FeedController(Publications publications, Feeds feeds) {
        this.publications = publications;
        this.feeds = feeds;
    }

    @GetMapping(SiteController.PUBLICATION + FILE)
    ResponseEntity<byte[]> feed(@PathVariable String publication, @PathVariable String file) {
        var profile = find(publication);
        return feed(profile, profile.language(), file);
    }

    @GetMapping(SiteController.PUBLICATION + SiteController.LANGUAGE + FILE)
    ResponseEntity<byte[]> feed(
            @PathVariable String publication, @PathVariable String language, @PathVariable String file) {
        return feed(find(publication), language, file);
    }

    private ResponseEntity<byte[]> feed(Profile profile, String language, String file) {
        if (!Typesetting.languages(profile).contains(language)) {
            throw new NoSuchPage();
        }
        var format = Arrays.stream(FeedFormat.values())
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
        var feed = feeds.find(profile, language, format);
        var type = new MediaType(MediaType.parseMediaType(format.mediaType()), StandardCharsets.UTF_8);
        return SiteController.answer(type, feed.bytes().array(), feed.hash());
    }

    private Profile find(String publication) {
        return publications.find(publication).orElseThrow(NoSuchPage::new);
    }
}
