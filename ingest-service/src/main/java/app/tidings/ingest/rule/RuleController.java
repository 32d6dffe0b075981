package app.tidings.ingest.rule;

import app.tidings.ingest.rule.ReapplyRules.Reapplied;
import app.tidings.ingest.rule.TryRule.DryRun;
import app.tidings.ingest.source.AddSources;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int USUAL_DAYS = 7;

    private final Rules rules;
    private final TryRule tryRule;
    private final ReapplyRules reapplyRules;
    private final AddSources addSources;
    private final Sources sources;
    private final InstantSource clock;

    /** All rules of a publication, with the version that a change has to name; 0 where there are none yet. */
    record Book(@Nullable List<Rule> rules, @Nullable Long version) {}

    /** A rule to be tried on what was seen in the last days; from 1 to 90, 7 where nothing is said. */
    record Trial(
            @Nullable String publication,
            @Nullable Rule rule,
            @Nullable Integer days) {}

    RuleController(
            Rules rules,
            TryRule tryRule,
            ReapplyRules reapplyRules,
            AddSources addSources,
            Sources sources,
            InstantSource clock) {
        this.rules = rules;
        this.tryRule = tryRule;
        this.reapplyRules = reapplyRules;
        this.addSources = addSources;
        this.sources = sources;
        this.clock = clock;
    }

    /** The rules as they stand. */
    @GetMapping
    Book read(@RequestParam String publication) {
        refuseUnknown(publication);
        var standing = rules.of(publication);
        return new Book(standing.rules(), standing.version());
    }

    /**
     * Replaces all rules. 400 for one with a fault, 422 for one of a source that is not there, unless it stood before; 409 where
     * somebody changed them meanwhile.
     */
    @PutMapping
    Book replace(@RequestParam String publication, @RequestBody Book wanted) {
        var all = Objects.requireNonNullElse(wanted.rules(), List.<Rule>of());
        var version = wanted.version();
        if (version == null || version < 0 || all.size() > MAX_RULES) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "version is missing, or there are more than %d rules".formatted(MAX_RULES));
        }
        all.forEach(RuleController::refuseFault);
        refuseUnknown(publication);
        refuseUnknownSources(publication, all);
        if (!rules.replaceIfVersion(publication, all, version)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the rules were changed meanwhile; read them again and repeat your change");
        }
        return new Book(all, version + 1);
    }

    /** What a rule would match; changes nothing. 400 where the rule has a fault. */
    @PostMapping("/dry-run")
    DryRun dryRun(@RequestBody Trial trial) {
        if (trial.publication() == null || trial.rule() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "publication or rule is missing");
        }
        refuseFault(trial.rule());
        refuseUnknown(trial.publication());
        refuseUnknownSources(trial.publication(), List.of(trial.rule()));
        return tryRule.run(trial.publication(), trial.rule(), since(trial.days()));
    }

    /** Applies the rules as they stand to what was stopped, and to the links of the last days; as many as for a trial. */
    @PostMapping("/reapply")
    Reapplied reapply(@RequestParam String publication, @RequestParam(required = false) @Nullable Integer days) {
        refuseUnknown(publication);
        return reapplyRules.run(publication, since(days));
    }

    private Instant since(@Nullable Integer days) {
        var wanted = Objects.requireNonNullElse(days, USUAL_DAYS);
        if (wanted < 1 || wanted > MAX_DAYS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "days is not from 1 to " + MAX_DAYS);
        }
        return clock.instant().minus(Duration.ofDays(wanted));
    }

    private void refuseUnknown(String publication) {
        var known = addSources.othersThan(publication);
        if (!known.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, AddSources.unknownPublication(publication, known));
        }
    }

    /** A rule that stands already may be sent back, though its source was removed meanwhile. */
    private void refuseUnknownSources(String publication, List<Rule> wanted) {
        var standing = sourceIds(rules.of(publication).rules());
        var fresh = sourceIds(wanted);
        fresh.removeAll(standing);
        sources.find(fresh).stream()
                .filter(source -> source.publicationId().equals(publication))
                .map(Source::id)
                .forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "publication %s has no source %s; take the id of one from GET /api/v1/sources?publication=%s"
                            .formatted(publication, String.join(", ", fresh), publication));
        }
    }

    private static Set<String> sourceIds(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.sourceId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refuseFault(@Nullable Rule rule) {
        var fault = rule == null ? "a rule is null" : rule.fault();
        if (fault != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, fault);
        }
    }
}
