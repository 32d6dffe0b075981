package app.tidings.notify.page;

import app.tidings.notify.page.Pages.Asked;
import app.tidings.notify.signup.SignUpBudget;
import app.tidings.notify.subscriber.ChangeSubscriptions;
import app.tidings.notify.subscriber.ChangeSubscriptions.Confirmation;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.ReaderLinks.Reading;
import app.tidings.notify.subscriber.Subscription.Consent;
import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.limit.Origin;
import app.tidings.platform.page.Page;
import app.tidings.platform.token.TokenPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the link of a confirmation mail leads. GET only shows, because programs open links as well; POST confirms. */
@RestController
@RequestMapping("/subscribe/confirm")
class ConfirmController {

    private final ReaderPages pages;
    private final ReaderLinks links;
    private final ChangeSubscriptions changes;
    private final SignUpBudget budget;
    private final InstantSource clock;

    ConfirmController(
            ReaderPages pages,
            ReaderLinks links,
            ChangeSubscriptions changes,
            SignUpBudget budget,
            InstantSource clock) {
        this.pages = pages;
        this.links = links;
        this.changes = changes;
        this.budget = budget;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String lang) {
        var asked = new Asked(lang, ReaderPages.TOKEN, token);
        return SubscribeController.answer(
                switch (links.read(TokenPurpose.CONFIRM, token)) {
                    case Reading.Good good ->
                        pages.is(State.PENDING, good.claim())
                                ? pages.button(asked, good.claim(), "confirm")
                                : used(asked, good.claim());
                    case Reading.Over over -> pages.gone(asked, over.claim(), "over.title", "over.text");
                    case Reading.Bad _ -> pages.bad(asked);
                });
    }

    @PostMapping
    ResponseEntity<String> confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var asked = new Asked(lang, ReaderPages.TOKEN, token);
        var origin = Origin.of(request.getRemoteAddr(), request::getHeaders);
        return SubscribeController.answer(
                switch (links.read(TokenPurpose.CONFIRM, token)) {
                    case Reading.Good good ->
                        confirm(asked, good.claim(), new Consent(clock.instant(), "mail", budget.hashOf(origin)));
                    case Reading.Over over -> pages.gone(asked, over.claim(), "over.title", "over.text");
                    case Reading.Bad _ -> pages.bad(asked);
                });
    }

    private Page confirm(Asked asked, Claim claim, Consent consent) {
        return switch (changes.confirm(claim, consent)) {
            case Confirmation.Confirmed confirmed -> {
                budget.answered(confirmed.subscriber().address());
                yield pages.said(asked, claim, "confirmed");
            }
            case Confirmation.UsedBefore _, Confirmation.Unknown _ -> used(asked, claim);
        };
    }

    private Page used(Asked asked, Claim claim) {
        return pages.is(State.CONFIRMED, claim)
                ? pages.said(asked, claim, "used")
                : pages.gone(asked, claim, "used.title", "used.text.off");
    }
}
