package app.tidings.local.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.prove.check.Evidence.Seen;
import app.tidings.local.prove.check.Evidence.Terms;
import app.tidings.local.prove.sink.Sink.Mail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final String SUBJECT = "weekly:1:zh:full";
    private static final Seen NOTHING_ODD = new Seen(9, List.of(), List.of());
    private static final Terms HOLD = new Terms(1, 2, false);
    private static final Terms RESEND = new Terms(1, 2, true);

    @Test
    void holdWhereEachReaderGotOneMail() {
        var evidence = evidence(HOLD, row("a", "sent", 0, 1), row("b", "sent", 0, 1), row("c", "refused", 0, 0));

        assertThat(Checks.of(evidence))
                .allMatch(Verdict::holds)
                .extracting(Verdict::promise)
                .containsExactly("P1", "P2", "P4", "P15");
    }

    @Test
    void findAMailThatTheRelayNeverSaw() {
        assertThat(Checks.nobodyIsLost(evidence(HOLD, row("a", "sent", 0, 0))).faults())
                .containsExactly("weekly:1:zh:full: the row of a says sent, and the relay never saw the mail");
    }

    @Test
    void findARowThatIsOpen() {
        assertThat(Checks.nobodyIsLost(evidence(HOLD, row("a", "claimed", 0, 1)))
                        .faults())
                .containsExactly("weekly:1:zh:full: the row of a is claimed");
    }

    @Test
    void findAReaderWithoutARow() {
        var sending = new Sending(SUBJECT, true, 1, List.of(row("a", "sent", 0, 1)), Set.of("a", "b"));

        assertThat(Checks.nobodyIsLost(evidence(HOLD, List.of(), sending)).faults())
                .containsExactly("weekly:1:zh:full has no row for reader b");
        assertThat(Checks.nobodyIsLost(evidence(HOLD, List.of(leaving("b", Leaving.NO_ROW)), sending))
                        .faults())
                .as("who left before the audience was frozen")
                .isEmpty();
    }

    @Test
    void findASendingThatIsNotOverOrWasOverTooEarly() {
        var open = new Sending(SUBJECT, false, 0, List.of(), Set.of());

        assertThat(Checks.nobodyIsLost(evidence(HOLD, List.of(), open)).faults())
                .containsExactly("weekly:1:zh:full is not over");
        assertThat(Checks.nobodyIsLost(new Evidence(
                                List.of(),
                                new HashMap<>(),
                                0,
                                List.of(),
                                new Seen(1, List.of(), List.of("early")),
                                HOLD))
                        .faults())
                .containsExactly("early");
    }

    @Test
    void findAMailThatCameTwiceUnderHold() {
        assertThat(Checks.nothingComesTwice(evidence(HOLD, row("a", "sent", 1, 2)))
                        .faults())
                .containsExactly("<a@x> came 2 times, and its row (sent, 1 attempts) does not say why");
    }

    @Test
    void takeARepeatThatItsRowExplainsUnderResend() {
        assertThat(Checks.nothingComesTwice(evidence(RESEND, row("a", "sent", 1, 2)))
                        .faults())
                .isEmpty();
        assertThat(Checks.nothingComesTwice(evidence(RESEND, row("a", "sent", 1, 3)))
                        .faults())
                .containsExactly("<a@x> came 3 times, and its row (sent, 1 attempts) does not say why");
    }

    @Test
    void findMoreThanKillsCanExplain() {
        assertThat(Checks.nothingComesTwice(evidence(
                                RESEND, row("a", "sent", 1, 2), row("b", "sent", 1, 2), row("c", "sent", 1, 2)))
                        .faults())
                .containsExactly("3 mails came twice, more than the bound of 2");
        assertThat(Checks.nothingComesTwice(evidence(
                                HOLD, row("a", "unknown", 0, 1), row("b", "unknown", 0, 0), row("c", "unknown", 0, 1)))
                        .faults())
                .containsExactly("3 rows are unknown, more than the bound of 2");
    }

    @Test
    void findAnAudienceThatIsNotTheFrozenOne() {
        var twoRows = List.of(row("a", "sent", 0, 1), row("a", "sent", 0, 1));

        assertThat(Checks.audienceIsFrozen(
                                evidence(HOLD, List.of(), new Sending(SUBJECT, true, 1, twoRows, Set.of("a"))))
                        .faults())
                .containsExactly(
                        "weekly:1:zh:full was frozen with 1 rows and has 2",
                        "weekly:1:zh:full has 2 rows for reader a");
    }

    @Test
    void findAMailThatNoRowKnows() {
        var evidence = evidence(HOLD, row("a", "sent", 0, 1));
        evidence.mails().put(new Mail("<stray@x>", "z@example.org"), 1);

        assertThat(Checks.audienceIsFrozen(evidence).faults())
                .containsExactly("mail <stray@x> came, and no row knows of it");
    }

    @Test
    void findAMailToOneWhoHadLeft() {
        var sending = new Sending(SUBJECT, true, 1, List.of(row("a", "sent", 0, 1)), Set.of("a"));

        assertThat(Checks.leavingWins(evidence(HOLD, List.of(leaving("a", "skipped")), sending))
                        .faults())
                .containsExactly("a left before the mail was fenced, and got it");
        assertThat(Checks.leavingWins(evidence(HOLD, List.of(leaving("a", "claimed")), sending))
                        .faults())
                .containsExactly("a left, was answered, and the row was still claimed");
        assertThat(Checks.leavingWins(evidence(HOLD, List.of(leaving("a", "fenced")), sending))
                        .faults())
                .as("too late")
                .isEmpty();
    }

    @Test
    void findASkippedRowWhoseMailCame() {
        assertThat(Checks.leavingWins(evidence(HOLD, row("a", "skipped", 0, 1))).faults())
                .containsExactly("the row of a is skipped, and the mail came");
    }

    private static Delivery row(String reader, String state, int attempts, int came) {
        return new Delivery(reader, state, attempts, new Mail("<%s@x>".formatted(reader), reader + "@y"), came);
    }

    private static Leaving leaving(String reader, String state) {
        return new Leaving(reader, SUBJECT, state);
    }

    private static Evidence evidence(Terms terms, Delivery... rows) {
        var readers = Arrays.stream(rows).map(Delivery::reader).collect(Collectors.toSet());
        return evidence(terms, List.of(), new Sending(SUBJECT, true, rows.length, List.of(rows), readers));
    }

    private static Evidence evidence(Terms terms, List<Leaving> leavings, Sending sending) {
        var mails = new HashMap<Mail, Integer>();
        sending.rows().stream().filter(row -> row.came() > 0).forEach(row -> mails.put(row.mail(), row.came()));
        return new Evidence(new ArrayList<>(List.of(sending)), mails, 0, leavings, NOTHING_ODD, terms);
    }
}
