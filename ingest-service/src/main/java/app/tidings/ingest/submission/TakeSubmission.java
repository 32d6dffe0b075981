package app.tidings.ingest.submission;

import app.tidings.ingest.link.KeepLinks;
import app.tidings.ingest.publication.Publications;
import app.tidings.ingest.publication.Publications.Publication;
import app.tidings.ingest.shortened.ShortAddresses;
import app.tidings.ingest.submission.JudgeOffer.Judged;
import app.tidings.ingest.submission.Offer.Fault;
import app.tidings.ingest.submission.Submissions.Standing;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.limit.Origin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes what somebody submits: it is stored first, then it becomes a link, or another sighting of one that is known, and only
 * then it is acknowledged. To take the same again changes nothing.
 */
@Component
public class TakeSubmission {

    private static final Logger LOG = LoggerFactory.getLogger(TakeSubmission.class);

    private final Publications publications;
    private final SubmissionBudget budget;
    private final Submissions submissions;
    private final OpenSubmissions open;
    private final KeepLinks keepLinks;
    private final ShortAddresses shortAddresses;
    private final SubmissionSettings settings;
    private final FetchSettings fetching;
    private final InstantSource clock;

    /** What is said to whoever submitted it. */
    public sealed interface Answer {

        /** It is kept. */
        record Taken(Submission submission) implements Answer {}

        /** Something in it cannot be used. */
        record Refused(List<Fault> faults) implements Answer {}

        /** Too much came from there, to there, or of that host. */
        record TooMany(Duration tryAfter) implements Answer {}

        /** Nothing can be submitted there, whatever it is. */
        sealed interface Refusal extends Answer {}

        record NoSuchPublication() implements Refusal {}

        /** The publication takes none. */
        record Closed() implements Refusal {}

        /** The operator has not set up submissions. */
        record NotSetUp() implements Refusal {}
    }

    TakeSubmission(
            Publications publications,
            SubmissionBudget budget,
            Submissions submissions,
            OpenSubmissions open,
            KeepLinks keepLinks,
            ShortAddresses shortAddresses,
            SubmissionSettings settings,
            FetchSettings fetching,
            InstantSource clock) {
        this.fetching = fetching;
        this.publications = publications;
        this.budget = budget;
        this.submissions = submissions;
        this.open = open;
        this.keepLinks = keepLinks;
        this.shortAddresses = shortAddresses;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why nothing can be submitted to a publication; empty where something can. */
    public Optional<Answer.Refusal> refusal(String publicationId) {
        if (settings.keyFile() == null) {
            return Optional.of(new Answer.NotSetUp());
        }
        if (publications.find(publicationId).isEmpty()) {
            return Optional.of(new Answer.NoSuchPublication());
        }
        return settings.closed().contains(publicationId) ? Optional.of(new Answer.Closed()) : Optional.empty();
    }

    /**
     * Takes it if it can be used and is within budget.
     *
     * @param origin null where another program that has shown who it is brings what somebody gave it
     */
    public Answer run(Offer offer, @Nullable Origin origin) {
        return refusal(offer.publication()).<Answer>map(refusal -> refusal).orElseGet(() -> judged(offer, origin));
    }

    private Answer judged(Offer offer, @Nullable Origin origin) {
        var language = publications.find(offer.publication()).map(Publication::language);
        return switch (JudgeOffer.run(offer, language.orElse("en"), fetching.allowedPrivate(), clock.instant())) {
            case Judged.Bad(var faults) -> new Answer.Refused(faults);
            case Judged.Good good -> taken(good, origin);
        };
    }

    private Answer taken(Judged.Good good, @Nullable Origin origin) {
        var submission = good.submission();
        var known = submissions.find(submission.id());
        if (known.isEmpty() && !budget.allows(submission, origin)) {
            return new Answer.TooMany(SubmissionBudget.WINDOW);
        }
        open.open(submission.id(), clock.instant());
        var standing = known.map(Standing::submission)
                .orElseGet(() -> submissions.keepFirst(behindShortened(submission), good.contact()));
        makeLink(standing);
        LOG.atInfo()
                .addKeyValue("submission", standing.id())
                .addKeyValue("link", standing.linkId())
                .addKeyValue("door", standing.door())
                .addKeyValue("decision", known.isEmpty() ? "taken" : "known")
                .log("link submitted");
        return new Answer.Taken(standing);
    }

    private Submission behindShortened(Submission submission) {
        return shortAddresses
                .begin()
                .behind(submission.url())
                .map(submission::leadingTo)
                .orElse(submission);
    }

    private void makeLink(Submission submission) {
        keepLinks.run(List.of(submission.link()), List.of(), clock.instant());
        open.close(submission.id());
    }

    /** Takes up what a kill left between the submission and its link. */
    @Scheduled(fixedDelayString = "PT1M")
    void takeUpWhatWasLeft() {
        submissions.index();
        for (var id : open.left(clock.instant())) {
            submissions.find(id).ifPresentOrElse(standing -> makeLink(standing.submission()), () -> open.close(id));
        }
    }
}
