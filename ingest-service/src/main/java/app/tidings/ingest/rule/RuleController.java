package app.tidings.ingest.rule;

import app.tidings.ingest.rule.ReapplyRules.DryRun;
import app.tidings.ingest.rule.ReapplyRules.Reapplied;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The rules of a publication for people: read, replace, try, re-apply. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private static final int MAX_RULES = 200;
    private static final int MAX_DAYS = 90;

    private final Rules rules;
    private final ReapplyRules reapplyRules;
    private final InstantSource clock;

    /** All rules of a publication, with the version that a change has to name; 0 where there are none yet. */
    record Book(@Nullable List<Rule> rules, @Nullable Long version) {}

    /** A rule to be tried on what was seen in the last days; from 1 to 90, 7 where nothing is said. */
    record Trial(
            @Nullable String publication,
            @Nullable Rule rule,
            @Nullable Integer days) {}

    RuleController(Rules rules, ReapplyRules reapplyRules, InstantSource clock) {
        this.rules = rules;
        this.reapplyRules = reapplyRules;
        this.clock = clock;
    }

    /** The rules as they stand. */
    @GetMapping
    Book read(@RequestParam String publication) {
        var standing = rules.of(publication);
        return new Book(standing.rules(), standing.version());
    }

    /** Replaces all rules. 400 for one with a fault, 409 where somebody changed them meanwhile. */
    @PutMapping
    Book replace(@RequestParam String publication, @RequestBody Book wanted) {
        var all = Objects.requireNonNullElse(wanted.rules(), List.<Rule>of());
        var version = wanted.version();
        if (version == null || version < 0 || all.size() > MAX_RULES) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "version is missing, or there are more than %d rules".formatted(MAX_RULES));
        }
        all.forEach(RuleController::refuseFault);
        if (!rules.replaceIfVersion(publication, all, version)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the rules were changed meanwhile; read them again and repeat your change");
        }
        return new Book(all, version + 1);
    }

    /** What a rule would match; changes nothing. 400 where the rule has a fault. */
    @PostMapping("/dry-run")
    DryRun dryRun(@RequestBody Trial trial) {
        var days = Objects.requireNonNullElse(trial.days(), 7);
        if (trial.publication() == null || trial.rule() == null || days < 1 || days > MAX_DAYS) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "publication or rule is missing, or days is not from 1 to " + MAX_DAYS);
        }
        refuseFault(trial.rule());
        return reapplyRules.dryRun(
                trial.publication(), trial.rule(), clock.instant().minus(Duration.ofDays(days)));
    }

    /** Lets through what was stopped and is not any more by the rules as they stand. */
    @PostMapping("/reapply")
    Reapplied reapply(@RequestParam String publication) {
        return reapplyRules.run(publication);
    }

    private static void refuseFault(@Nullable Rule rule) {
        var fault = rule == null ? "a rule is null" : rule.fault();
        if (fault != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault);
        }
    }
}
