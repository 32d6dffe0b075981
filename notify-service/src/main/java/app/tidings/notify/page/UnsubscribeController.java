package app.tidings.notify.page;

import app.tidings.notify.page.Pages.Asked;
import app.tidings.notify.subscriber.ChangeSubscriptions;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Reading;
import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.token.TokenPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the unsubscribe link of every issue leads. GET only shows, because programs open links as well; POST unsubscribes. A
 * mail program's one-click POST (RFC 8058) is the same POST that the page's button sends; twice is the same as once.
 */
@RestController
@RequestMapping("/subscribe/unsubscribe")
class UnsubscribeController {

    private final ReaderPages pages;
    private final ReaderLinks links;
    private final ChangeSubscriptions changes;

    UnsubscribeController(ReaderPages pages, ReaderLinks links, ChangeSubscriptions changes) {
        this.pages = pages;
        this.links = links;
        this.changes = changes;
    }

    @GetMapping
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String lang) {
        var asked = new Asked(lang, ReaderPages.TOKEN, token);
        return SubscribeController.answer(
                switch (links.read(TokenPurpose.UNSUBSCRIBE, token)) {
                    case Reading.Good good ->
                        pages.is(State.CONFIRMED, good.claim())
                                ? pages.leave(asked, good.claim())
                                : pages.left(asked, good.claim());
                    case Reading.Over _, Reading.Bad _ -> pages.bad(asked);
                });
    }

    @PostMapping
    ResponseEntity<String> unsubscribe(
            @RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String lang) {
        var asked = new Asked(lang, ReaderPages.TOKEN, token);
        return SubscribeController.answer(
                switch (links.read(TokenPurpose.UNSUBSCRIBE, token)) {
                    case Reading.Good good -> {
                        changes.leave(good.claim().subscriberId(), good.claim().publicationId());
                        yield pages.left(asked, good.claim());
                    }
                    case Reading.Over _, Reading.Bad _ -> pages.bad(asked);
                });
    }
}
