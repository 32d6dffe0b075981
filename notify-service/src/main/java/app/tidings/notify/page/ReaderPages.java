package app.tidings.notify.page;

import app.tidings.notify.page.Pages.Asked;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.notify.subscriber.Subscription;
import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.page.Frame;
import app.tidings.platform.page.Link;
import app.tidings.platform.page.Notice;
import app.tidings.platform.page.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages behind the links of mails have in common: they know the reader by a token. */
@Component
class ReaderPages {

    static final String TOKEN = "token";

    private final Pages pages;
    private final Subscribers subscribers;
    private final ReaderLinks links;

    ReaderPages(Pages pages, Subscribers subscribers, ReaderLinks links) {
        this.pages = pages;
        this.subscribers = subscribers;
        this.links = links;
    }

    Optional<Subscription> subscription(Claim claim) {
        return subscribers.find(claim.subscriberId()).flatMap(each -> each.to(claim.publicationId()));
    }

    boolean is(State state, Claim claim) {
        return subscription(claim).filter(each -> each.state() == state).isPresent();
    }

    Frame frame(Asked asked, Claim claim) {
        var language = subscription(claim).map(Subscription::language).orElse(null);
        return pages.frame(asked, claim.publicationId(), language);
    }

    /** Asks for one press of a button. */
    Page button(Asked asked, Claim claim, String what) {
        return button(frame(asked, claim), what, null);
    }

    /** Asks whether to leave for good, and shows the way to what may be meant instead. */
    Page leave(Asked asked, Claim claim) {
        var frame = frame(asked, claim);
        var words = frame.words();
        var preferences = links.askForPreferences(claim) + "&lang=" + words.language();
        return button(frame, "leave", new Link(words.get("leave.instead"), preferences));
    }

    private Page button(Frame frame, String what, @Nullable Link link) {
        var words = frame.words();
        var notice = new Notice(
                words.get(what + ".title", frame.name()),
                words.get(what + ".text", frame.name()),
                words.get(what + ".button"),
                link);
        return pages.notice(Page.OK, frame, notice);
    }

    /** Says that the reader is off, and shows the way back. */
    Page left(Asked asked, Claim claim) {
        var frame = frame(asked, claim);
        var words = frame.words();
        var notice =
                new Notice(words.get("left.title"), words.get("left.text", frame.name()), null, again(frame, claim));
        return pages.notice(Page.OK, frame, notice);
    }

    private Link again(Frame frame, Claim claim) {
        var words = frame.words();
        return new Link(words.get("again"), links.form(claim.publicationId(), words.language()));
    }

    /** Says that something was done. */
    Page said(Asked asked, Claim claim, String what) {
        var frame = frame(asked, claim);
        var words = frame.words();
        var notice = Notice.of(words.get(what + ".title", frame.name()), words.get(what + ".text", frame.name()));
        return pages.notice(Page.OK, frame, notice);
    }

    /** The link is good for nothing any more; the form is the way on. */
    Page gone(Asked asked, Claim claim, String title, String text) {
        var frame = frame(asked, claim);
        var words = frame.words();
        var notice = new Notice(words.get(title), words.get(text, frame.name()), null, again(frame, claim));
        return pages.notice(Page.GONE, frame, notice);
    }

    /** The link was never one of ours. */
    Page bad(Asked asked) {
        var all = pages.all();
        var frame = pages.frame(asked, all.size() == 1 ? all.getFirst().publicationId() : null, null);
        var words = frame.words();
        var forms = new Link(words.get("again"), links.forms(words.language()));
        return pages.notice(
                Page.BAD_REQUEST, frame, new Notice(words.get("bad.title"), words.get("bad.text"), null, forms));
    }
}
