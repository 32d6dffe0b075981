package app.tidings.curation.approval;

import app.tidings.contracts.Announce;
import app.tidings.contracts.EventCodec;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.IssueState;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.linkcheck.CheckLinks;
import app.tidings.curation.repository.refresh.RefreshIssue;
import app.tidings.platform.mongo.StoreFault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Freezes a draft, takes its number and tells of it. Freezing is the decision, one write that only one caller can make; from
 * there on every caller, and the one who looks after open issues, brings the same approval to its end: the number is the
 * issue's own however often it is taken, and the event is made from what was frozen.
 */
@Component
public class ApproveIssue {

    private static final Logger LOG = LoggerFactory.getLogger(ApproveIssue.class);
    private static final int TRIES = 50;
    private static final int SOME_NUMBER = 1_000_000;

    private final Issues issues;
    private final Proofs proofs;
    private final IssueNumbers numbers;
    private final RefreshIssue refresh;
    private final CheckLinks links;
    private final InstantSource clock;
    private final Preflight preflight = Preflight.complete();

    /** What became of an approval. */
    sealed interface Outcome {

        /** It is approved, be it by an earlier call. */
        record Approved(Issue issue, List<Finding> warnings) implements Outcome {}

        /** It is not ready. */
        record NotReady(List<Finding> findings) implements Outcome {}

        /** Somebody else wrote the issue since it was read. */
        record Stale(long version) implements Outcome {}

        /** It was approved before, to be sent to others. */
        record OtherwiseAnnounced(Announce announce) implements Outcome {}
    }

    ApproveIssue(
            Issues issues,
            Proofs proofs,
            IssueNumbers numbers,
            RefreshIssue refresh,
            CheckLinks links,
            InstantSource clock) {
        this.issues = issues;
        this.proofs = proofs;
        this.numbers = numbers;
        this.refresh = refresh;
        this.links = links;
        this.clock = clock;
    }

    /** Approves the issue as it was read at a version; empty when there is no such issue. */
    Optional<Outcome> run(String issueId, long read, Announce announce) {
        issues.find(issueId)
                .filter(issue -> issue.editable() && issue.version() == read)
                .ifPresent(issue -> {
                    inAnyCase(
                            issue, refresh::ifOld); // in the same breath, so that it goes out with the stars of the day
                    inAnyCase(issue, links::ifOld);
                });
        for (var i = 0; i < TRIES; i++) {
            var issue = issues.find(issueId);
            if (issue.isEmpty()) {
                return Optional.empty();
            }
            var outcome = issue.get().editable()
                    ? freeze(issue.get(), read, announce)
                    : Optional.of(again(issue.get(), announce));
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        throw new IllegalStateException("issue %s is written all the time".formatted(issueId));
    }

    /** What only informs stops no approval; nothing but our own store does. */
    private static void inAnyCase(Issue issue, Consumer<Issue> look) {
        try {
            look.accept(issue);
        } catch (RuntimeException defect) {
            if (StoreFault.is(defect)) {
                throw defect;
            }
            LOG.atError().addKeyValue("issue", issue.id()).setCause(defect).log("approved without a look at the web");
        }
    }

    private Outcome again(Issue issue, Announce announce) {
        var standing = Optional.ofNullable(issue.frozen()).orElseThrow().announce();
        return standing.equals(announce)
                ? new Outcome.Approved(finish(issue), List.of())
                : new Outcome.OtherwiseAnnounced(standing);
    }

    /** Empty when somebody else was quicker. */
    private Optional<Outcome> freeze(Issue issue, long read, Announce announce) {
        if (issue.version() != read) {
            return Optional.of(new Outcome.Stale(issue.version()));
        }
        var proof = proofs.of(issue);
        return switch (preflight.approve(proof)) {
            case Approval.Refused(var findings) -> Optional.of(new Outcome.NotReady(findings));
            case Approval.Approved approved -> {
                var frozen = issue.freeze(proof.profile(), approved.parts(), announce, clock.instant());
                if (isTooLarge(frozen)) {
                    yield Optional.of(new Outcome.NotReady(List.of(Finding.blocking(
                            "too-large", null, "the issue is larger than %d bytes".formatted(EventCodec.MAX_BYTES)))));
                }
                yield issues.replaceIfVersion(frozen, List.of())
                        ? Optional.of(new Outcome.Approved(finish(standing(issue.id())), approved.warnings()))
                        : Optional.empty();
            }
        };
    }

    private static boolean isTooLarge(Issue frozen) {
        try {
            EventCodec.encode(frozen.approvedAs(SOME_NUMBER));
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** What an editor should know before approving; empty when there is no such issue. */
    Optional<List<Finding>> findings(String issueId) {
        return issues.find(issueId).map(issue -> preflight.findings(proofs.of(issue)));
    }

    /** Takes the number of a frozen issue and tells of it, unless that was done; returns the issue as it then stands. */
    public Issue finish(Issue frozen) {
        var issue = frozen;
        while (issue.state() == IssueState.NUMBERING) {
            var numbered = issue.numbered(numbers.takeOnce(issue.publicationId(), issue.id()));
            var event = numbered.approved().orElseThrow();
            if (issues.replaceIfVersion(numbered, event)) {
                LOG.atInfo()
                        .addKeyValue("issue", issue.id())
                        .addKeyValue("number", event.manuscript().number())
                        .addKeyValue("announce", event.announce().mode())
                        .log("issue approved");
            }
            issue = standing(issue.id());
        }
        return issue;
    }

    private Issue standing(String issueId) {
        return issues.find(issueId).orElseThrow();
    }
}
