package app.tidings.notify.ledger;

import app.tidings.notify.ledger.LedgerPage.Ambiguity;
import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.ledger.Outcome.Delivered;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Ledger pages for tests. */
final class TestPages {

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(1);
    static final ClaimRules HOLD = new ClaimRules(LEASE, Ambiguity.HOLD, 3);
    static final ClaimRules RESEND = new ClaimRules(LEASE, Ambiguity.RESEND, 3);
    static final RetryPlan PLAN =
            new RetryPlan(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)));
    static final BiFunction<Row, Outcome, Row> AFTER = (row, outcome) -> PLAN.after(row, outcome, NOW, 0.5);

    private TestPages() {}

    static LedgerPage aPage(String... readers) {
        return LedgerPage.draft("subject:email:1", List.of(readers)).opened(Map.of());
    }

    /** As the store writes it: stamped where a claim was made or renewed. */
    static LedgerPage stored(LedgerPage page, Instant now) {
        return new LedgerPage(
                page.id(),
                page.version() + 1,
                page.draft(),
                page.epoch(),
                page.owner(),
                page.owner() != null && page.stamped() == null ? now : page.stamped(),
                page.resent(),
                page.rows());
    }

    static LedgerPage claimed(LedgerPage page, String owner) {
        return stored(page.claim(owner, NOW, HOLD).orElseThrow(), NOW);
    }

    static RowState stateOf(LedgerPage page, String reader) {
        return page.rows().stream()
                .filter(row -> row.reader().equals(reader))
                .map(Row::state)
                .findFirst()
                .orElseThrow();
    }

    static Outcome delivered() {
        return new Delivered("250 ok");
    }

    static Outcome failed(Fault fault) {
        return new Failed(fault, "because");
    }
}
