package app.tidings.local.prove.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds the promises about a sending against the evidence. Pure. */
public final class Checks {

    private static final String SENT = "sent";
    private static final String UNKNOWN = "unknown";
    private static final String SKIPPED = "skipped";
    private static final Set<String> TOO_LATE_TO_SKIP = Set.of("fenced", SENT, "refused", UNKNOWN);

    private Checks() {}

    /** The verdicts on P1, P2, P4 and P15. */
    public static List<Verdict> of(Evidence evidence) {
        return List.of(
                nobodyIsLost(evidence), nothingComesTwice(evidence), audienceIsFrozen(evidence), leavingWins(evidence));
    }

    static Verdict nobodyIsLost(Evidence evidence) {
        var faults = new ArrayList<String>();
        var left = evidence.leavings().stream().map(Leaving::reader).collect(toSet());
        for (var sending : evidence.sendings()) {
            var rows = sending.rows().stream().map(Delivery::reader).collect(toSet());
            sending.expected().stream()
                    .filter(reader -> !rows.contains(reader) && !left.contains(reader))
                    .forEach(reader -> faults.add("%s has no row for reader %s".formatted(sending.subject(), reader)));
            sending.rows().stream()
                    .filter(Delivery::isOpen)
                    .forEach(row -> faults.add(
                            "%s: the row of %s is %s".formatted(sending.subject(), row.reader(), row.state())));
            sending.rows().stream()
                    .filter(row -> row.is(SENT) && row.came() == 0)
                    .forEach(row -> faults.add("%s: the row of %s says sent, and the relay never saw the mail"
                            .formatted(sending.subject(), row.reader())));
            if (!sending.done()) {
                faults.add(sending.subject() + " is not over");
            }
        }
        faults.addAll(evidence.seen().earlyEnds());
        var states = new TreeMap<>(evidence.rows().collect(groupingBy(Delivery::state, counting())));
        return new Verdict(
                "P1",
                "a send survives crashes: nobody is skipped, and it is never over while a row is open",
                "%d readers expected, rows %s; lost %d"
                        .formatted(
                                evidence.sendings().stream()
                                        .mapToInt(each -> each.expected().size())
                                        .sum(),
                                states,
                                faults.size()),
                faults);
    }

    static Verdict nothingComesTwice(Evidence evidence) {
        var twice = evidence.rows().filter(row -> row.repeats() > 0).toList();
        var faults = new ArrayList<String>();
        twice.stream()
                .filter(row -> row.repeats() > (evidence.terms().resends() ? row.attempts() : 0))
                .forEach(row -> faults.add("%s came %d times, and its row (%s, %d attempts) does not say why"
                        .formatted(row.mail().messageId(), row.came(), row.state(), row.attempts())));
        var repeats = twice.stream().mapToLong(Delivery::repeats).sum();
        var unknown = evidence.rows().filter(row -> row.is(UNKNOWN)).count();
        var bound = evidence.ambiguityBound();
        if (repeats > bound) {
            faults.add("%d mails came twice, more than the bound of %d".formatted(repeats, bound));
        }
        if (unknown > bound) {
            faults.add("%d rows are unknown, more than the bound of %d".formatted(unknown, bound));
        }
        return new Verdict(
                "P2",
                "no double send beyond a proven window",
                ("policy %s: %d came twice, %d unexplained; %d rows unknown, listed; bound %d ="
                                + " %d kills of notify × %d connections + %d mails that the relay hung up on")
                        .formatted(
                                evidence.terms().resends() ? "resend" : "hold",
                                repeats,
                                faults.size(),
                                unknown,
                                bound,
                                evidence.terms().kills(),
                                evidence.terms().connections(),
                                evidence.unanswered()),
                faults);
    }

    static Verdict audienceIsFrozen(Evidence evidence) {
        var faults = new ArrayList<>(evidence.seen().miscounts());
        for (var sending : evidence.sendings()) {
            if (sending.rows().size() != sending.frozen()) {
                faults.add("%s was frozen with %d rows and has %d"
                        .formatted(
                                sending.subject(),
                                sending.frozen(),
                                sending.rows().size()));
            }
            sending.rows().stream()
                    .collect(groupingBy(Delivery::reader, counting()))
                    .forEach((reader, times) -> {
                        if (times > 1) {
                            faults.add("%s has %d rows for reader %s".formatted(sending.subject(), times, reader));
                        }
                    });
        }
        var known = evidence.rows().collect(toMap(Delivery::mail, Delivery::reader, (one, _) -> one));
        var strays = evidence.mails().keySet().stream()
                .filter(mail -> !known.containsKey(mail))
                .toList();
        strays.forEach(mail -> faults.add("mail %s came, and no row knows of it".formatted(mail.messageId())));
        return new Verdict(
                "P4",
                "the audience is frozen: candidates = sent + refused + suppressed + skipped + unknown + open",
                "looked %d times while it was sent; %d rows frozen, %d mails that no row knows"
                        .formatted(
                                evidence.seen().looks(),
                                evidence.sendings().stream()
                                        .mapToLong(Sending::frozen)
                                        .sum(),
                                strays.size()),
                faults);
    }

    static Verdict leavingWins(Evidence evidence) {
        var faults = new ArrayList<String>();
        var late = 0;
        for (var leaving : evidence.leavings()) {
            var rows = rowsOf(evidence, leaving).toList();
            if (TOO_LATE_TO_SKIP.contains(leaving.stateWhenAnswered())) {
                late++;
            } else if (!leaving.stateWhenAnswered().equals(SKIPPED)
                    && !leaving.stateWhenAnswered().equals(Leaving.NO_ROW)) {
                faults.add("%s left, was answered, and the row was still %s"
                        .formatted(leaving.reader(), leaving.stateWhenAnswered()));
            } else if (rows.stream().anyMatch(row -> row.came() > 0 || !row.is(SKIPPED))) {
                faults.add("%s left before the mail was fenced, and got it".formatted(leaving.reader()));
            }
        }
        evidence.rows()
                .filter(row -> row.is(SKIPPED) && row.came() > 0)
                .forEach(row -> faults.add("the row of %s is skipped, and the mail came".formatted(row.reader())));
        return new Verdict(
                "P15",
                "unsubscribing wins: once it is answered, nothing is sent that was not past its fence",
                "%d left while it was sent, %d of them before their fence: mails to those %d"
                        .formatted(
                                evidence.leavings().size(), evidence.leavings().size() - late, faults.size()),
                faults);
    }

    private static Stream<Delivery> rowsOf(Evidence evidence, Leaving leaving) {
        return evidence.sendings().stream()
                .filter(sending -> sending.subject().equals(leaving.subject()))
                .flatMap(sending -> sending.rows().stream())
                .filter(row -> row.reader().equals(leaving.reader()));
    }
}
