package app.tidings.local.demo;

import app.tidings.local.demo.EditorScript.Reader;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience.Look;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** The third chapter: readers fill in the public form, and confirm by the link of the mail that they get. */
final class SubscribeReaders {

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Scene scene;
    private final Mails mails;

    private record Count(long confirmed) {}

    SubscribeReaders(Scene scene) {
        this.scene = scene;
        this.mails = new Mails(scene.mailbox());
    }

    void run() {
        scene.story().chapter("Readers");
        awaitPublication();
        scene.script().readers().forEach(this::subscribe);
        var wanted = scene.script().readers().size();
        var confirmed = scene.patience().until(() -> {
            var count = count();
            return count < wanted
                    ? new Look.NotYet<>("confirmed readers: %d of %d".formatted(count, wanted))
                    : new Look.Done<>(count);
        });
        scene.story().say("%d readers are confirmed.".formatted(confirmed));
    }

    private void awaitPublication() {
        scene.patience().until(() -> {
            try {
                return new Look.Done<>(count());
            } catch (Api.Refused e) {
                if (e.status() != NOT_FOUND) {
                    throw e;
                }
                return new Look.NotYet<>("notify has not heard of the publication yet");
            }
        });
    }

    private long count() {
        return scene.notifier()
                .get("/api/v1/subscribers/count?" + scene.inPublication(), Count.class)
                .confirmed();
    }

    private void subscribe(Reader reader) {
        var earlier = confirmationLinks(reader);
        if (!earlier.isEmpty() && confirm(reader, earlier.getFirst())) {
            return;
        }
        scene.notifier()
                .postForm(
                        "/subscribe",
                        Map.of(
                                "publication", scene.script().publication(),
                                "email", reader.email(),
                                "language", reader.language()));
        var link = scene.patience()
                .until(() -> confirmationLinks(reader).stream()
                        .filter(each -> !earlier.contains(each))
                        .findFirst()
                        .<Look<URI>>map(Look.Done::new)
                        .orElseGet(() -> new Look.NotYet<>("no mail to %s yet".formatted(reader.email()))));
        confirm(reader, link);
    }

    /** Newest first. */
    private List<URI> confirmationLinks(Reader reader) {
        return mails.to(reader.email()).stream()
                .flatMap(mail -> mails.links(mail).stream())
                .filter(link -> link.contains("/subscribe/confirm?"))
                .map(URI::create)
                .toList();
    }

    /**
     * Opens the page behind the link and presses its button; a page without one says that it was pressed before. A link is
     * worth nothing any more, and that is what is returned, once its reader has left.
     */
    private boolean confirm(Reader reader, URI link) {
        var path = link.getRawPath() + "?" + link.getRawQuery();
        try {
            var button = Jsoup.parse(scene.notifier().text(path)).select("form[method=post]");
            if (button.isEmpty()) {
                tell(reader, "%s (%s) has been subscribed since an earlier run.");
            } else {
                scene.notifier().postForm(path, Map.of());
                tell(reader, "%s (%s) filled in the form, got a mail and pressed the button behind its link.");
            }
            return true;
        } catch (Api.Refused e) {
            if (e.status() != GONE) {
                throw e;
            }
            return false;
        }
    }

    private void tell(Reader reader, String words) {
        scene.story().item("✓", words.formatted(reader.email(), reader.language()));
    }
}
