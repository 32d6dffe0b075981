package app.tidings.notify.page;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Profile;
import app.tidings.notify.page.Pages.Asked;
import app.tidings.notify.page.Views.Preference;
import app.tidings.notify.signup.RequestSignUp;
import app.tidings.notify.signup.RequestSignUp.Answer;
import app.tidings.notify.signup.SignUpBudget;
import app.tidings.notify.subscriber.ChangeSubscriptions;
import app.tidings.notify.subscriber.ChangeSubscriptions.Choice;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.ReaderLinks.Reading;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.notify.subscriber.Subscription;
import app.tidings.notify.subscriber.Subscription.Consent;
import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.limit.Origin;
import app.tidings.platform.page.Link;
import app.tidings.platform.page.Notice;
import app.tidings.platform.page.Page;
import app.tidings.platform.page.Words;
import app.tidings.platform.token.TokenPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A reader's own choices. They open with the token of a mail that was asked for less than a day ago; the token of an issue,
 * which may have been passed on, only asks for such a mail.
 */
@RestController
@RequestMapping("/subscribe/preferences")
class PreferencesController {

    private final Pages pages;
    private final ReaderPages readerPages;
    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final ChangeSubscriptions changes;
    private final RequestSignUp requestSignUp;
    private final SignUpBudget budget;
    private final InstantSource clock;

    PreferencesController(
            Pages pages,
            ReaderPages readerPages,
            ReaderLinks links,
            Subscribers subscribers,
            ChangeSubscriptions changes,
            RequestSignUp requestSignUp,
            SignUpBudget budget,
            InstantSource clock) {
        this.pages = pages;
        this.readerPages = readerPages;
        this.links = links;
        this.subscribers = subscribers;
        this.changes = changes;
        this.requestSignUp = requestSignUp;
        this.budget = budget;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String lang) {
        var asked = new Asked(lang, ReaderPages.TOKEN, token);
        return SubscribeController.answer(
                switch (read(token)) {
                    case Reading.Good good ->
                        subscribers
                                .find(good.claim().subscriberId())
                                .map(subscriber -> form(asked, good.claim(), subscriber))
                                .orElseGet(() -> readerPages.bad(asked));
                    case Reading.Over over -> readerPages.button(asked, over.claim(), "ask");
                    case Reading.Bad _ -> readerPages.bad(asked);
                });
    }

    @PostMapping
    ResponseEntity<String> change(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var token = form.getOrDefault(ReaderPages.TOKEN, "");
        var asked = new Asked(lang, ReaderPages.TOKEN, token);
        return SubscribeController.answer(
                switch (read(token)) {
                    case Reading.Good good ->
                        changes.choose(good.claim().subscriberId(), choices(form), consent(request))
                                .map(subscriber -> saved(asked, good.claim(), subscriber))
                                .orElseGet(() -> readerPages.bad(asked));
                    case Reading.Over over -> sendFreshLink(asked, over.claim(), request);
                    case Reading.Bad _ -> readerPages.bad(asked);
                });
    }

    /** The token of an issue counts as one whose time is over. */
    private Reading read(String token) {
        var reading = links.read(TokenPurpose.PREFERENCES, token);
        return reading instanceof Reading.Bad
                        && links.read(TokenPurpose.UNSUBSCRIBE, token) instanceof Reading.Good ofIssue
                ? new Reading.Over(ofIssue.claim())
                : reading;
    }

    private Page form(Asked asked, Claim claim, Subscriber subscriber) {
        var frame = readerPages.frame(asked, claim);
        var views = pages.all().stream()
                .map(profile -> view(profile, subscriber.to(profile.publicationId()), frame.words()))
                .toList();
        return pages.preferences(frame, views);
    }

    private static Preference view(Profile profile, Optional<Subscription> standing, Words words) {
        var languages = Pages.languages(profile);
        return new Preference(
                profile.publicationId(),
                Pages.name(profile, words),
                standing.map(each -> each.state() == State.CONFIRMED).orElse(false),
                standing.map(Subscription::paused).orElse(false),
                languages,
                standing.map(Subscription::language).filter(languages::contains).orElse(languages.getFirst()));
    }

    /** What the form says of each publication there is; of others it may say nothing. */
    private Map<String, Choice> choices(Map<String, String> form) {
        var choices = new HashMap<String, Choice>();
        for (var profile : pages.all()) {
            var id = profile.publicationId();
            var languages = Pages.languages(profile);
            var language = form.getOrDefault("language." + id, languages.getFirst());
            if (!languages.contains(language)) {
                throw new BadValue("language must be one of " + String.join(", ", languages));
            }
            choices.put(id, new Choice(form.containsKey("on." + id), language, form.containsKey("paused." + id)));
        }
        return choices;
    }

    private Page saved(Asked asked, Claim claim, Subscriber subscriber) {
        budget.answered(subscriber.address());
        var frame = readerPages.frame(asked, claim);
        var words = frame.words();
        var back = new Link(words.get("saved.back"), asked.href(words.language()));
        var notice = new Notice(words.get("saved.title"), words.get("saved.text"), null, back);
        return pages.notice(Page.OK, frame, notice);
    }

    /** As if the reader had filled in the form again: whoever is subscribed gets the way to the preferences. */
    private Page sendFreshLink(Asked asked, Claim claim, HttpServletRequest request) {
        var subscriber = subscribers.find(claim.subscriberId());
        var subscription = subscriber.flatMap(each -> each.to(claim.publicationId()));
        if (subscription.isEmpty()) {
            return readerPages.bad(asked);
        }
        var address = EmailAddress.of(subscriber.get().address());
        return sendFreshLink(
                asked,
                claim,
                language -> requestSignUp.run(claim.publicationId(), address, language, origin(request)),
                subscription.get().language());
    }

    private Page sendFreshLink(Asked asked, Claim claim, Function<String, Answer> ask, String language) {
        return switch (ask.apply(language)) {
            case Answer.TakenDown _ -> readerPages.said(asked, claim, "asked");
            case Answer.TooMany _ -> pages.tooMany(readerPages.frame(asked, claim));
            case Answer.NoSuchPublication _ -> {
                var frame = readerPages.frame(asked, claim);
                yield pages.unknown(frame, links.forms(frame.words().language()));
            }
            // the edition in the reader's language has ended: the mail is written in one that there is
            case Answer.NoSuchLanguage no ->
                sendFreshLink(asked, claim, ask, no.languages().getFirst());
        };
    }

    private Consent consent(HttpServletRequest request) {
        return new Consent(clock.instant(), "preferences", budget.hashOf(origin(request)));
    }

    private static Origin origin(HttpServletRequest request) {
        return Origin.of(request.getRemoteAddr(), request::getHeaders);
    }
}
