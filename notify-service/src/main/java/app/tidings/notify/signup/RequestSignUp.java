package app.tidings.notify.signup;

import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.limit.Origin;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes down that somebody asks for a publication. Whether the address is known is not looked at here, so that neither the
 * answer nor its time can tell: all of that is a job's work.
 */
@Component
public class RequestSignUp {

    private final Publications publications;
    private final SignUpBudget budget;
    private final SignUps signUps;
    private final Workers signUpWorkers;

    /** What is said to whoever asked. */
    public sealed interface Answer {

        /** A mail will tell the address more, if there is anything to tell. */
        record TakenDown() implements Answer {}

        /** Too many sign-ups came from there, or at all. */
        record TooMany(Duration tryAfter) implements Answer {}

        record NoSuchPublication() implements Answer {}

        record NoSuchLanguage(List<String> languages) implements Answer {}
    }

    RequestSignUp(Publications publications, SignUpBudget budget, SignUps signUps, Workers signUpWorkers) {
        this.publications = publications;
        this.budget = budget;
        this.signUps = signUps;
        this.signUpWorkers = signUpWorkers;
    }

    /** Takes it down if it is a sensible wish and within budget. */
    public Answer run(String publicationId, EmailAddress address, String language, Origin origin) {
        var profile = publications.find(publicationId);
        if (profile.isEmpty()) {
            return new Answer.NoSuchPublication();
        }
        var languages = profile.get().editions().stream()
                .map(EditionPlan::language)
                .distinct()
                .toList();
        if (!languages.contains(language)) {
            return new Answer.NoSuchLanguage(languages);
        }
        if (!budget.allows(origin)) {
            return new Answer.TooMany(SignUpBudget.WINDOW);
        }
        signUps.keep(new SignUp(publicationId, address.text(), language));
        signUpWorkers.wake();
        return new Answer.TakenDown();
    }

    /** Takes up what a kill left between the two writes of a sign-up. */
    @Scheduled(fixedDelayString = "PT10M")
    void takeUpWhatWasLeft() {
        signUps.openAll();
        signUpWorkers.wake();
    }
}
