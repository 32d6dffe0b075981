package app.tidings.local.prove.reader;

import app.tidings.local.prove.sink.Sink;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Patience.Look;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comes and goes as people do: by form, mail and link; each is asked again until it is answered. */
public final class FrontDoor {

    private static final Pattern CONFIRM = Pattern.compile("http://[^\\s\"<]+(/subscribe/confirm\\?token=[^\\s\"<&]+)");

    private static final int UNKNOWN = 404;

    private final Api notifier;
    private final Sink sink;
    private final Patience patience;
    private final ReaderLinks links;

    private record TakenDown(String message) {}

    /** With the keys that sign the links in mails: who leaves during the sending may not have got a mail with a link yet. */
    public FrontDoor(Api notifier, Sink sink, Patience patience, ReaderLinks links) {
        this.notifier = notifier;
        this.sink = sink;
        this.patience = patience;
        this.links = links;
    }

    /** Signs up, waits for the mail, presses the button behind its link; returns when that was answered. */
    public void subscribe(String publication, String language, String address) {
        patience.until(() -> signUp(publication, language, address));
        var link = patience.until(() -> link(address)
                .<Look<String>>map(Look.Done::new)
                .orElseGet(() -> new Look.NotYet<>("no mail to %s yet".formatted(address))));
        notifier.postForm(link, Map.of());
    }

    private Look<TakenDown> signUp(String publication, String language, String address) {
        try {
            return new Look.Done<>(notifier.post(
                    "/api/v1/subscribers",
                    Map.of("publication", publication, "email", address, "language", language),
                    TakenDown.class));
        } catch (Api.Refused e) {
            if (e.status() != UNKNOWN) {
                throw e;
            }
            return new Look.NotYet<>("notify has not heard of the publication");
        }
    }

    private Optional<String> link(String address) {
        return sink.otherMailTo(address)
                .map(mail -> mail.replace("=\r\n", "").replace("=3D", "="))
                .map(CONFIRM::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** Follows the unsubscribe link of the reader's mails; returns when that was answered. */
    public void leave(String readerId, String publication) {
        var link = URI.create(links.unsubscribe(new Claim(readerId, publication, 0)));
        notifier.postForm(link.getRawPath() + "?" + link.getRawQuery(), Map.of("List-Unsubscribe", "One-Click"));
    }
}
