package app.tidings.notify.page;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Profile;
import app.tidings.notify.page.Pages.Asked;
import app.tidings.notify.page.Views.Form;
import app.tidings.notify.signup.RequestSignUp;
import app.tidings.notify.signup.RequestSignUp.Answer;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.platform.limit.Origin;
import app.tidings.platform.page.Frame;
import app.tidings.platform.page.Link;
import app.tidings.platform.page.Notice;
import app.tidings.platform.page.Page;
import app.tidings.platform.page.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form by which people subscribe. */
@RestController
@RequestMapping("/subscribe")
class SubscribeController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String PUBLICATION = "publication";

    private final Pages pages;
    private final RequestSignUp requestSignUp;

    SubscribeController(Pages pages, RequestSignUp requestSignUp) {
        this.pages = pages;
        this.requestSignUp = requestSignUp;
    }

    @GetMapping
    ResponseEntity<String> form(
            @RequestParam(required = false) @Nullable String publication,
            @RequestParam(required = false) @Nullable String lang) {
        return answer(show(publication, lang));
    }

    private Page show(@Nullable String publication, @Nullable String lang) {
        var all = pages.all();
        if (publication == null && all.size() == 1) {
            return show(all.getFirst().publicationId(), lang);
        }
        var asked = new Asked(lang, PUBLICATION, publication);
        var frame = frame(asked, publication, null);
        if (publication == null) {
            return all.isEmpty() ? none(frame) : choose(frame);
        }
        return pages.publication(publication)
                .map(profile -> pages.form(Page.OK, frame, view(profile, asked, frame.words())))
                .orElseGet(() -> unknown(frame));
    }

    /** A machine that fills in the field that people cannot see gets the same answer, and nothing happens. */
    @PostMapping
    ResponseEntity<String> signUp(
            @RequestParam String publication,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String website,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var asked = new Asked(lang, PUBLICATION, publication);
        var frame = frame(asked, publication, language);
        var address = address(email);
        if (address.isEmpty()) {
            return answer(pages.publication(publication)
                    .map(profile -> pages.form(
                            Page.BAD_REQUEST,
                            frame,
                            view(profile, asked, frame.words()).failed(email, language)))
                    .orElseGet(() -> unknown(frame)));
        }
        if (!website.isEmpty()) {
            return answer(takenDown(frame));
        }
        var origin = Origin.of(request.getRemoteAddr(), request::getHeaders);
        return answer(
                switch (requestSignUp.run(publication, address.get(), language, origin)) {
                    case Answer.TakenDown _ -> takenDown(frame);
                    case Answer.TooMany _ -> pages.tooMany(frame);
                    case Answer.NoSuchPublication _ -> unknown(frame);
                    case Answer.NoSuchLanguage no ->
                        throw new BadValue("language must be one of " + String.join(", ", no.languages()));
                });
    }

    /** Text that is no publication's id is not printed as the name of one. */
    private Frame frame(Asked asked, @Nullable String publication, @Nullable String language) {
        var known = publication != null && pages.publication(publication).isPresent();
        return pages.frame(asked, known ? publication : null, language);
    }

    private static Optional<EmailAddress> address(String email) {
        try {
            return Optional.of(EmailAddress.of(email));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // said on the page, in the reader's language
        }
    }

    private static Form view(Profile profile, Asked asked, Words words) {
        var languages = Pages.languages(profile);
        var language = languages.contains(words.language()) ? words.language() : languages.getFirst();
        var action = new Asked(asked.lang(), PUBLICATION, profile.publicationId()).href(words.language());
        return new Form(action, profile.in(words.language(), profile.tagline()), languages, language, "", false);
    }

    private Page unknown(Frame frame) {
        var all = new Asked(null, PUBLICATION, null);
        return pages.unknown(frame, all.href(frame.words().language()));
    }

    private Page takenDown(Frame frame) {
        return pages.notice(
                Page.ACCEPTED,
                frame,
                Notice.of(frame.words().get("sent.title"), frame.words().get("sent.text")));
    }

    private Page none(Frame frame) {
        return pages.notice(
                Page.OK,
                frame,
                Notice.of(frame.words().get("form.none"), frame.words().get("form.none.text")));
    }

    private Page choose(Frame frame) {
        var links = pages.all().stream()
                .map(each -> new Link(
                        Pages.name(each, frame.words()),
                        new Asked(null, PUBLICATION, each.publicationId())
                                .href(frame.words().language())))
                .toList();
        return pages.choose(frame, links);
    }

    static ResponseEntity<String> answer(Page page) {
        return ResponseEntity.status(page.status()).contentType(HTML).body(page.html());
    }
}
