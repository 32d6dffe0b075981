package app.tidings.curation.progress;

import app.tidings.contracts.DeliveryEvent;
import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.EditionEvent;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.curation.issue.EditionProgress;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issues;
import app.tidings.platform.jobs.Jobs;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What render and notify say of an issue's editions moves the issue on; heard twice or in another order, it says the same. */
@Component("editionFollower") // the function has the use case's own name
class FollowEditions {

    private static final Logger LOG = LoggerFactory.getLogger(FollowEditions.class);
    private static final int PARTS_OF_EDITION_ID = 4;

    private final Issues issues;
    private final Jobs issueJobs;

    FollowEditions(Issues issues, Jobs issueJobs) {
        this.issues = issues;
        this.issueJobs = issueJobs;
    }

    void on(EditionRendered rendered) {
        heard(
                EditionEvent.TOPIC,
                rendered.editionId(),
                rendered.issueId(),
                progress -> progress.rendered(rendered.version(), rendered.page()));
    }

    void on(SendingStarted started) {
        issueOf(started.subjectId())
                .ifPresent(issueId -> heard(
                        DeliveryEvent.TOPIC,
                        started.subjectId(),
                        issueId,
                        progress -> progress.sendingStarted(started.count())));
    }

    void on(SendingDone done) {
        issueOf(done.subjectId())
                .ifPresent(issueId -> heard(
                        DeliveryEvent.TOPIC,
                        done.subjectId(),
                        issueId,
                        progress -> progress.sendingDone(done.counts())));
    }

    private void heard(String topic, String editionId, String issueId, UnaryOperator<EditionProgress> heard) {
        var isNews = new AtomicBoolean();
        var issue = issues.change(issueId, standing -> {
            var next = standing.progressed(editionId, heard);
            isNews.set(!next.equals(standing));
            return next;
        });
        if (isNews.get() && issue.filter(each -> each.state().wentOut()).isPresent()) {
            issueJobs.open(issueId); // its items follow at once, not only when the issue is looked after next
        }
        LOG.atInfo()
                .addKeyValue("topic", topic)
                .addKeyValue("key", editionId)
                .addKeyValue("decision", issue.map(Issue::state).map(Enum::name).orElse("no such issue"))
                .log("edition followed");
    }

    /** The issue of a subject that is an edition: publication, ULID, language, access. Other subjects are no issue's. */
    private static Optional<String> issueOf(String subjectId) {
        var parts = subjectId.split(":", -1);
        return parts.length == PARTS_OF_EDITION_ID ? Optional.of(parts[0] + ":" + parts[1]) : Optional.empty();
    }
}
