package app.tidings.curation.approval;

import app.tidings.contracts.Announce;
import app.tidings.contracts.BadValue;
import app.tidings.curation.approval.ApproveIssue.Outcome;
import app.tidings.curation.issue.IssueView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The last step of an issue in the hands of editors. */
@RestController
@RequestMapping("/api/v1/issues/{id}")
class ApprovalController {

    private final ApproveIssue approve;

    /** What is the matter with an issue; it can be approved when nothing of it blocks. */
    record Findings(boolean ready, List<Finding> findings) {}

    /** An approved issue, with what the editor was warned of. */
    record ApprovedIssue(int number, IssueView issue, List<Finding> warnings) {}

    /**
     * An approval.
     *
     * @param version the issue's version when it was read
     * @param announce whom it is sent to
     */
    record Approve(@Nullable Long version, @Nullable Announce announce) {

        Approve {
            if (version == null || announce == null) {
                throw new BadValue("version and announce are needed, such as {\"version\": 7,"
                        + " \"announce\": {\"mode\": \"SUBSCRIBERS\"}}; modes are NONE, SUBSCRIBERS and CHANNELS");
            }
        }
    }

    ApprovalController(ApproveIssue approve) {
        this.approve = approve;
    }

    @GetMapping("/findings")
    Findings findings(@PathVariable String id) {
        var findings = approve.findings(id).orElseThrow(() -> unknown(id));
        return new Findings(findings.stream().noneMatch(Finding::blocks), findings);
    }

    @PostMapping("/approve")
    ApprovedIssue approve(@PathVariable String id, @RequestBody Approve body) {
        var read = Objects.requireNonNull(body.version());
        var outcome =
                approve.run(id, read, Objects.requireNonNull(body.announce())).orElseThrow(() -> unknown(id));
        return switch (outcome) {
            case Outcome.Approved(var issue, var warnings) -> {
                var view = IssueView.of(issue);
                yield new ApprovedIssue(Objects.requireNonNull(view.number()), view, warnings);
            }
            case Outcome.NotReady(var findings) -> throw notReady(findings);
            case Outcome.Stale(var version) ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        "the issue is at version %d, you read version %d; read it again".formatted(version, read));
            case Outcome.OtherwiseAnnounced(var announce) ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "the issue was approved before, to be sent to " + announce.mode());
        };
    }

    private static ErrorResponseException notReady(List<Finding> findings) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "the issue is not ready; see findings");
        problem.setProperty("findings", findings);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no issue " + id);
    }
}
