package app.tidings.notify.signup;

import app.tidings.contracts.BadValue;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.signup.RequestSignUp.Answer;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.platform.limit.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sign-ups by machines, with the same answer whether the address is known or not; and how many read a publication. */
@RestController
@RequestMapping("/api/v1/subscribers")
class SubscriberController {

    private final RequestSignUp requestSignUp;
    private final Publications publications;
    private final Subscribers subscribers;

    /** What somebody asks for. */
    record Wish(String publication, String email, String language) {

        Wish {
            required(publication, "publication");
            required(email, "email");
            required(language, "language");
        }

        private static void required(String value, String field) {
            if (value == null || value.isBlank()) {
                throw new BadValue(field + " is missing");
            }
        }

        @Override
        public String toString() {
            return "a wish for " + publication;
        }
    }

    /** What everybody is told. */
    record TakenDown(String message) {}

    /** How many read a publication. */
    record Count(String publication, long confirmed, long paused) {}

    SubscriberController(RequestSignUp requestSignUp, Publications publications, Subscribers subscribers) {
        this.requestSignUp = requestSignUp;
        this.publications = publications;
        this.subscribers = subscribers;
    }

    @PostMapping
    ResponseEntity<?> signUp(@RequestBody Wish wish, HttpServletRequest request) {
        var origin = Origin.of(request.getRemoteAddr(), request::getHeaders);
        var answer = requestSignUp.run(wish.publication(), EmailAddress.of(wish.email()), wish.language(), origin);
        return switch (answer) {
            case Answer.TakenDown _ ->
                ResponseEntity.accepted()
                        .body(new TakenDown("if there is anything to confirm, a mail with a link is on its way"));
            case Answer.TooMany tooMany ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(tooMany.tryAfter().toSeconds()))
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.TOO_MANY_REQUESTS, "too many sign-ups; try again later"));
            case Answer.NoSuchPublication _ -> throw unknown(wish.publication());
            case Answer.NoSuchLanguage no ->
                throw new BadValue("language must be one of " + String.join(", ", no.languages()));
        };
    }

    @GetMapping("/count")
    Count count(@RequestParam String publication) {
        var known = publications.find(publication).orElseThrow(() -> unknown(publication));
        return new Count(
                known.publicationId(),
                subscribers.countConfirmed(known.publicationId(), false),
                subscribers.countConfirmed(known.publicationId(), true));
    }

    private static ResponseStatusException unknown(String publication) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no publication " + publication);
    }
}
