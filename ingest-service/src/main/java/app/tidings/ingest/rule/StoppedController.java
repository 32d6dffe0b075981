package app.tidings.ingest.rule;

import app.tidings.ingest.rule.Stopped.Entry;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What rules, mute and cap stopped of a source. */
@RestController
@RequestMapping("/api/v1/sources/{id}/stopped")
class StoppedController {

    private final Sources sources;
    private final Stopped stopped;
    private final ReapplyRules reapplyRules;

    /** The newest stopped entries, newest first, at most {@value Stopped#MAX_SHOWN}. */
    record Listed(List<Entry> stopped) {}

    StoppedController(Sources sources, Stopped stopped, ReapplyRules reapplyRules) {
        this.sources = sources;
        this.stopped = stopped;
        this.reapplyRules = reapplyRules;
    }

    /** The list. 404 without such a source. */
    @GetMapping
    Listed list(@PathVariable String id) {
        return new Listed(stopped.of(existing(id).id()).reversed());
    }

    /** Makes a link of one. 404 where it is not on the list, or not any more. */
    @PostMapping("/{n}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String id, @PathVariable String n) {
        if (!reapplyRules.accept(existing(id), n)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no stopped entry " + n);
        }
    }

    private Source existing(String id) {
        return sources.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no source " + id));
    }
}
