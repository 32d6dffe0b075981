package app.tidings.curation.progress;

import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.curation.CurationSettings;
import app.tidings.curation.approval.ApproveIssue;
import app.tidings.curation.image.Images;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.IssueIds;
import app.tidings.curation.issue.Issues;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Jobs.Job;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Looks after open issues: lets items follow, brings an interrupted approval to its end, remembers what ran, and tells of an approved issue again
 * while its editions stay away or their sending is not done: the answer of render or notify may have been lost with its
 * topic, and both answer again.
 */
@Component
class TendIssues implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(TendIssues.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);
    private static final int SENDING_TAKES_LONGER = 10;
    private static final int MOST_DOUBLINGS = 10;

    /** An issue whose id was made so long ago and is not there will never be: its maker died. */
    private static final Duration NEVER_MADE = Duration.ofMinutes(10);

    /** For a draft that nothing is owed to: whatever changes that opens it again at once. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Jobs issueJobs;
    private final Issues issues;
    private final SettleOwed settle;
    private final ApproveIssue approve;
    private final RememberIssue remember;
    private final Images images;
    private final InstantSource clock;
    private final Duration every;
    private final Duration patience;

    TendIssues(
            Jobs issueJobs,
            Issues issues,
            SettleOwed settle,
            ApproveIssue approve,
            RememberIssue remember,
            Images images,
            InstantSource clock,
            CurationSettings settings) {
        this.issueJobs = issueJobs;
        this.issues = issues;
        this.settle = settle;
        this.approve = approve;
        this.remember = remember;
        this.images = images;
        this.clock = clock;
        this.every = settings.tend();
        this.patience = settings.issuePatience();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::run, every);
    }

    private void run() {
        try {
            for (var job = issueJobs.claimNext(LEASE); job.isPresent(); job = issueJobs.claimNext(LEASE)) {
                tend(job.get());
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("open issues could not be looked after; trying again");
        }
    }

    private void tend(Job job) {
        try {
            tendOnce(job).ifPresentOrElse(wait -> issueJobs.retryAfter(job, wait), () -> issueJobs.done(job));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("issue", job.id())
                    .setCause(e)
                    .log("issue could not be looked after; trying again");
            issueJobs.retryAfter(job, every);
        }
    }

    /** When to look again; empty when nothing is open any more. */
    private Optional<Duration> tendOnce(Job job) {
        var issueId = job.id();
        var standing = issues.find(issueId);
        if (standing.isEmpty()) {
            return IssueIds.madeAt(issueId).plus(NEVER_MADE).isBefore(clock.instant())
                    ? Optional.empty()
                    : Optional.of(every);
        }
        settle.run(issueId);
        var issue = approve.finish(standing.get());
        if (issue.approved().isPresent()) {
            remember.run(issue);
        }
        return switch (issue.state()) {
            case DRAFT -> Optional.of(issues.owed(issueId).isEmpty() ? QUIET : every);
            case NUMBERING -> Optional.of(every);
            case APPROVED -> Optional.of(awaitAnswers(issue, patience));
            case RENDERED, SENDING ->
                Optional.of(
                        issues.owed(issueId).isEmpty()
                                ? awaitAnswers(issue, patience.multipliedBy(SENDING_TAKES_LONGER))
                                : every);
            case DONE ->
                !issues.owed(issueId).isEmpty()
                        ? Optional.of(every)
                        : issue.isPrinted() ? Optional.empty() : Optional.of(awaitPrint(issue, job.tries()));
        };
    }

    /** An issue of the past is done before it is printed; how long ago it was approved tells nothing. */
    private Duration awaitPrint(Issue issue, int tries) {
        if (tries > 0) {
            tellAgain(issue.approved().orElseThrow());
        }
        var wait = patience.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_PATIENCE) < 0 ? wait : LONGEST_PATIENCE;
    }

    private Duration awaitAnswers(Issue issue, Duration first) {
        var event = issue.approved().orElseThrow();
        var waited = Duration.between(event.occurredAt(), clock.instant());
        if (waited.compareTo(first) < 0) {
            return first.minus(waited);
        }
        tellAgain(event);
        return waited.compareTo(LONGEST_PATIENCE) < 0 ? waited : LONGEST_PATIENCE; // so the waits double
    }

    private void tellAgain(IssueApproved event) {
        LOG.atInfo().addKeyValue("issue", event.key()).log("issue told again");
        event.manuscript().images().map(Manuscript.Image::sha256).distinct().forEach(images::sendAgain);
        issues.sendAgain(event);
    }
}
