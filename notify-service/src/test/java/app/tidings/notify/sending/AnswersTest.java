package app.tidings.notify.sending;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.channel.SmtpResult;
import app.tidings.notify.channel.SmtpResult.Accepted;
import app.tidings.notify.channel.SmtpResult.Ambiguous;
import app.tidings.notify.channel.SmtpResult.Deferred;
import app.tidings.notify.channel.SmtpResult.NotSent;
import app.tidings.notify.channel.SmtpResult.NotStarted;
import app.tidings.notify.channel.SmtpResult.Refused;
import app.tidings.notify.channel.SmtpResult.Why;
import app.tidings.notify.ledger.Outcome;
import app.tidings.notify.ledger.Outcome.Delivered;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.Outcome.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(new Accepted("250 ok"), new Delivered("250 ok")),
                Arguments.of(new Refused(Why.RELAY, "550 no"), new Failed(Fault.PERMANENT, "550 no")),
                Arguments.of(new Refused(Why.MAIL, "too large"), new Failed(Fault.POISON, "too large")),
                Arguments.of(new Deferred("451 later"), new Failed(Fault.TRANSIENT, "451 later")),
                Arguments.of(new NotSent("EOFException"), new Failed(Fault.TRANSIENT, "EOFException")),
                Arguments.of(new NotStarted("421 away"), new Failed(Fault.THROTTLED, "421 away")),
                Arguments.of(new Ambiguous("EOFException"), new Failed(Fault.AMBIGUOUS, "EOFException")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void meansOneThingEach(SmtpResult result, Outcome outcome) {
        assertThat(Answers.outcome(result)).isEqualTo(outcome);
    }
}
