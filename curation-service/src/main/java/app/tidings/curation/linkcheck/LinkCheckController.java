package app.tidings.curation.linkcheck;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The links of an issue, asked for when an editor wants it. */
@RestController
@RequestMapping("/api/v1/issues/{id}/check-links")
class LinkCheckController {

    private final CheckLinks check;
    private final LinkChecks checks;

    /**
     * What came of it, link by link.
     *
     * @param checkedAt when the first of them was asked for; null where there is none
     */
    record CheckedLinks(@Nullable Instant checkedAt, List<CheckedLink> links) {

        static CheckedLinks of(List<CheckedLink> links) {
            return new CheckedLinks(
                    links.stream()
                            .map(CheckedLink::at)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    links);
        }
    }

    LinkCheckController(CheckLinks check, LinkChecks checks) {
        this.check = check;
        this.checks = checks;
    }

    @PostMapping
    CheckedLinks check(@PathVariable String id) {
        return check.run(id)
                .map(CheckedLinks::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no issue " + id));
    }

    /** The last check. */
    @GetMapping
    CheckedLinks last(@PathVariable String id) {
        return checks.find(id)
                .map(CheckedLinks::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "the links of issue %s were never checked; POST checks them".formatted(id)));
    }
}
