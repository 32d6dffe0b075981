package app.tidings.curation.progress;

import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issues;
import java.time.Duration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Goes through all issues at start, and now and then: those of before there was a memory are remembered by that. */
@Component
class RememberIssues implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Issues issues;
    private final RememberIssue remember;

    RememberIssues(Issues issues, RememberIssue remember) {
        this.issues = issues;
        this.remember = remember;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::run, EVERY);
    }

    void run() {
        issues.idsOfTold().forEach(id -> issues.find(id).ifPresent(this::run));
    }

    /** Of those that were imported before, some may never have been printed. */
    private void run(Issue issue) {
        if (!remember.isDone(issue)) {
            if (!issue.isPrinted()) {
                issues.issueJobs().open(issue.id());
            }
            remember.run(issue);
        }
    }
}
