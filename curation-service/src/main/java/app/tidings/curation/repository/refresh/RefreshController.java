package app.tidings.curation.repository.refresh;

import app.tidings.curation.repository.refresh.RefreshIssue.Entry;
import app.tidings.curation.repository.refresh.RefreshIssue.Refreshed;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Asks for an issue's repositories when an editor wants it. */
@RestController
class RefreshController {

    private final RefreshIssue refresh;

    /** The entries that are of a repository, as they stand after it. */
    record RefreshedEntries(List<Entry> entries) {}

    RefreshController(RefreshIssue refresh) {
        this.refresh = refresh;
    }

    @PostMapping("/api/v1/issues/{id}/refresh")
    RefreshedEntries refresh(@PathVariable String id) {
        var refreshed = refresh.run(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no issue " + id));
        return switch (refreshed) {
            case Refreshed.Done(var entries) -> new RefreshedEntries(entries);
            case Refreshed.Frozen() ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "the issue is approved and frozen");
        };
    }
}
