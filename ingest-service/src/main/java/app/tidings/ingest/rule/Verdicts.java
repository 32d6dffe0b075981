package app.tidings.ingest.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of one source, ready to judge. The order never matters: what any block rule matches is stopped; where there are
 * allow rules, what none of them matches is stopped; all else is let through.
 */
record Verdicts(List<Ready> block, List<Ready> allow) {

    /** In the place of a rule's name, for what no allow rule matches. */
    static final String NOT_ALLOWED = "no allow rule matches";

    /** A rule with its matcher made. */
    record Ready(String name, Predicate<Judged> matches) {}

    /** The rules that are for that source. */
    static Verdicts of(List<Rule> rules, String sourceId) {
        return new Verdicts(ready(rules, sourceId, Rule.Action.BLOCK), ready(rules, sourceId, Rule.Action.ALLOW));
    }

    private static List<Ready> ready(List<Rule> rules, String sourceId, Rule.Action action) {
        return rules.stream()
                .filter(rule -> rule.action() == action && rule.isFor(sourceId))
                .map(rule -> new Ready(rule.name(), rule.matcher()))
                .toList();
    }

    /** The name of the rule that stops it; empty where it is let through. */
    Optional<String> stops(Judged judged) {
        var blocked = block.stream().filter(rule -> rule.matches().test(judged)).findFirst();
        if (blocked.isPresent()) {
            return blocked.map(Ready::name);
        }
        return allow.isEmpty() || allow.stream().anyMatch(rule -> rule.matches().test(judged))
                ? Optional.empty()
                : Optional.of(NOT_ALLOWED);
    }
}
