package app.tidings.notify.channel;

import static app.tidings.notify.channel.ScriptedRelay.DOT;
import static app.tidings.notify.channel.ScriptedRelay.HANG_UP;
import static app.tidings.notify.channel.ScriptedRelay.STALL;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.notify.channel.RelayAddress.Login;
import app.tidings.notify.channel.RelayAddress.Security;
import app.tidings.notify.channel.SmtpRelay.RelayAway;
import app.tidings.notify.channel.SmtpResult.Accepted;
import app.tidings.notify.channel.SmtpResult.Ambiguous;
import app.tidings.notify.channel.SmtpResult.Deferred;
import app.tidings.notify.channel.SmtpResult.NotSent;
import app.tidings.notify.channel.SmtpResult.NotStarted;
import app.tidings.notify.channel.SmtpResult.Refused;
import app.tidings.notify.channel.SmtpResult.Why;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpRelayIT {

    static final Envelope TO_ADA = new Envelope("news@example.org", "ada@example.net");
    static final byte[] MAIL = "Subject: Hello\r\n\r\nHello.\r\n".getBytes(US_ASCII);

    private final ScriptedRelay sink = new ScriptedRelay();
    private final SmtpRelay relay = relay(Security.NONE, null);

    @AfterEach
    void hangUp() throws Exception {
        relay.close();
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "HELP"})
    void sendsOneMailToOneRecipientAndKeepsTheConnection(String offer) {
        sink.offers(offer);

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Accepted("250 2.0.0 queued as Q1"));
        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Accepted("250 2.0.0 queued as Q2"));

        assertThat(sink.commands())
                .containsExactly(
                        "EHLO [127.0.0.1]",
                        "MAIL FROM:<news@example.org>",
                        "RCPT TO:<ada@example.net>",
                        "DATA",
                        DOT,
                        "MAIL FROM:<news@example.org>",
                        "RCPT TO:<ada@example.net>",
                        "DATA",
                        DOT);
        assertThat(sink.messages())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail).isEqualTo(MAIL));
        assertThat(sink.connections()).isOne();
    }

    @Test
    void remembersNoLimitOfAWriteThatIsOver() {
        for (var i = 0; i < 20; i++) {
            assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        }

        assertThat(SmtpWire.watched()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PIPELINING, RCPT", "PIPELINING, DATA", "HELP, RCPT", "HELP, DATA"})
    void goesOnWithTheNextMailAfterARefusal(String offer, String verb) {
        sink.offers(offer).answer(verb, "550-5.7.1 no\r\n550 5.7.1 never");

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Refused(Why.RELAY, "550 5.7.1 no 5.7.1 never"));
        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);

        assertThat(sink.commands()).contains("RSET");
        assertThat(sink.connections()).isOne();
        assertThat(sink.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PIPELINING, 530 5.7.0 sign in",
        "PIPELINING, 550 unauthenticated senders not allowed",
        "PIPELINING, 451 4.7.0 rate exceeded",
        "HELP, 530 5.7.0 sign in",
        "HELP, 452 4.3.1 no room",
    })
    void hasNotStartedWhereMailIsRefused(String offer, String answer) {
        sink.offers(offer).answer("MAIL", answer);

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new NotStarted(answer));
        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);

        assertThat(sink.connections()).isOne();
        assertThat(sink.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"552 5.3.4 too large", "555 5.5.4 what is SMTPUTF8", "553 5.6.7 no such letters"})
    void refusesTheMailThatIsToBlameForTheAnswerToMail(String answer) {
        sink.answer("MAIL", answer);

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Refused(Why.RELAY, answer));
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 530", "DATA, 535", "., 538", "., 530"})
    void hasNotStartedWhereverTheRelayWantsUsToSignIn(String verb, String code) {
        sink.answer(verb, code + " 5.7.0 sign in");

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new NotStarted(code + " 5.7.0 sign in"));
        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"RCPT", "DATA", DOT})
    void tellsANotNowFromANever(String verb) {
        sink.answer(verb, "451 4.3.0 later", "554 5.6.0 never");

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Deferred("451 4.3.0 later"));
        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Refused(Why.RELAY, "554 5.6.0 never"));
    }

    @Test
    void sendsNothingWhereTheRecipientIsRefusedAndDataIsNot() {
        sink.answer("RCPT", "550 no").answer("DATA", "354 well then").answer(DOT, "554 nobody to send it to");

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Refused.class);

        assertThat(sink.messages())
                .singleElement()
                .satisfies(mail -> assertThat(mail).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "421 too busy",
                "554 no service",
                "hello there",
                "220-one\r\n250 two",
                HANG_UP,
                STALL,
            })
    void hasNotStartedWhereTheGreetingIsNone(String greeting) {
        sink.greeting(greeting);

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(NotStarted.class);
        assertThatExceptionOfType(RelayAway.class).isThrownBy(relay::reach);
    }

    @Test
    void noticesBeforeAnythingIsPromisedThatAKeptConnectionIsDead() throws Exception {
        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        sink.greeting("421 away").hangUpOnEverybody();

        assertThatExceptionOfType(RelayAway.class).isThrownBy(relay::reach);
    }

    @Test
    void goesOnOverAKeptConnectionThatAnswers() throws Exception {
        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);

        relay.reach();

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        assertThat(sink.connections()).isOne();
    }

    @Test
    void asksOneKeptConnectionAloneWhereItIsDead() throws Exception {
        keepTwoConnections(relay);
        sink.alwaysAnswer("NOOP", STALL);

        relay.reach();

        assertThat(sink.commands()).containsOnlyOnce("NOOP");
        assertThat(sink.connections()).isEqualTo(3);
    }

    @Test
    void hangsUpWhereAConnectionWasNotUsedForLong() throws Exception {
        try (var quick = new SmtpRelay(address("127.0.0.1", sink.port(), Security.NONE, null), null, Duration.ZERO)) {
            keepTwoConnections(quick);

            quick.reach();

            Awaitility.await()
                    .until(() -> sink.commands().stream().filter("QUIT"::equals).count() == 2);
        }
    }

    private void keepTwoConnections(SmtpRelay over) throws Exception {
        var answer = new CountDownLatch(1);
        sink.answerAfter(DOT, answer);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> over.send(TO_ADA, MAIL));
            Awaitility.await().until(() -> sink.commands().contains(DOT));
            assertThat(over.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
            answer.countDown();
            assertThat(first.get()).isInstanceOf(Accepted.class);
        }
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void hasNotStartedWhereALineOrAReplyHasNoEnd() {
        sink.greeting("220 " + "x".repeat(5000));
        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new NotStarted("the relay's line has no end"));

        sink.greeting("220-more\r\n".repeat(100));
        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new NotStarted("the relay's reply has no end"));
    }

    @Test
    void hasNotStartedWhereNobodyListens() throws Exception {
        sink.close();

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(NotStarted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.3.2 closing", HANG_UP})
    void hasNotStartedWhereTheRelayTookNoPart(String answer) {
        sink.alwaysAnswer("MAIL", answer);

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(NotStarted.class);
    }

    @ParameterizedTest
    @CsvSource({"RCPT", "DATA"})
    void wasNotSentWhereTheConversationBreaksBeforeTheDot(String verb) {
        sink.answer(verb, HANG_UP);

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(NotSent.class);

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        assertThat(sink.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, STALL, "???", "354 more"})
    void isAmbiguousWhereNoAnswerComesAfterTheDot(String answer) {
        sink.answer(DOT, answer);

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Ambiguous.class);

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        assertThat(sink.messages()).hasSize(2);
    }

    @Test
    void leavesARelayThatClosesAfterTheDot() {
        sink.answer(DOT, "421 4.3.2 closing");

        assertThat(relay.send(TO_ADA, MAIL)).isEqualTo(new Deferred("421 4.3.2 closing"));

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void replacesAKeptConnectionThatIsDead() throws Exception {
        relay.send(TO_ADA, MAIL);
        sink.hangUpOnEverybody();

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        sink.answer("MAIL", "421 4.4.2 timeout");
        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);

        assertThat(sink.connections()).isEqualTo(3);
        assertThat(sink.messages()).hasSize(3);
    }

    /** A connection that is given back is another sender's at once; what it says of the last mail must be read before. */
    @Test
    void sendsEachMailOnceWhereManySendersShareTheConnections() {
        var senders = 4;
        var each = 100;

        try (var threads = Executors.newFixedThreadPool(senders)) {
            for (var i = 0; i < senders; i++) {
                threads.execute(() -> IntStream.range(0, each)
                        .forEach(_ -> assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class)));
            }
        }

        assertThat(sink.messages()).hasSize(senders * each);
    }

    @Test
    void speaksTheOldWayWhereTheNewOneIsRefused() {
        sink.answer("EHLO", "502 what?");

        assertThat(relay.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);

        assertThat(sink.commands()).startsWith("EHLO [127.0.0.1]", "HELO [127.0.0.1]", "MAIL FROM:<news@example.org>");
    }

    @Test
    void refusesWhatTheRelaySaysIsTooLarge() {
        sink.offers("SIZE " + (MAIL.length - 1));
        assertThat(relay.send(TO_ADA, MAIL))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.why()).isEqualTo(Why.MAIL));

        try (var another = relay(Security.NONE, null)) {
            sink.offers("SIZE " + MAIL.length);
            assertThat(another.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        }
        assertThat(sink.commands()).contains("MAIL FROM:<news@example.org> SIZE=" + MAIL.length);
    }

    @Test
    void asksForUtf8OnlyWhereTheAddressNeedsIt() {
        var toGreek = new Envelope("news@example.org", "δοκιμή@example.net");
        assertThat(relay.send(toGreek, MAIL)).isInstanceOf(Refused.class);

        try (var another = relay(Security.NONE, null)) {
            sink.offers("SMTPUTF8", "8BITMIME");
            assertThat(another.send(toGreek, MAIL)).isInstanceOf(Accepted.class);
            assertThat(another.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        }
        assertThat(sink.commands())
                .contains("MAIL FROM:<news@example.org> BODY=8BITMIME SMTPUTF8")
                .containsSequence("MAIL FROM:<news@example.org>", "RCPT TO:<ada@example.net>", "DATA", DOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n.\r\n..\r\n...\r\nend\r\n",
                ".\r\n",
                ".",
                "..two\r\n.one\r\n",
                "no line end",
                "a\r\n.b\r\n\r\n.\r\n",
                "",
            })
    void carriesDotsUnchangedAsOneMail(String body) {
        var message = body.getBytes(US_ASCII);

        assertThat(relay.send(TO_ADA, message)).isInstanceOf(Accepted.class);

        var whole = body.isEmpty() || body.endsWith("\r\n") ? body : body + "\r\n";
        assertThat(sink.messages()).singleElement().isEqualTo(whole.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\r\n", "a\rb\r\n", "a\r\n.\n", "\n.\r\n", "a\r\n.\rb\r\n", "end\r"})
    void putsNoBareCrOrLfOnTheWire(String body) {
        assertThat(relay.send(TO_ADA, body.getBytes(US_ASCII))).isInstanceOf(Refused.class);

        assertThat(sink.messages()).isEmpty();
        assertThat(sink.commands()).containsExactly("EHLO [127.0.0.1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.net>\r\nRCPT TO:<eve@evil.net",
                "a@b.net\r",
                "a@b.net\n",
                "a\u0085@b.net",
                "a\u2028@b.net",
                "a b@c.net",
                "\"a b\"@c.net",
                "a@b.net> SIZE=1",
                "a",
                "@b.net",
                "a@b@c.net",
                "a\0@b.net",
            })
    void putsNoAddressOnTheWireThatIsMoreThanAnAddress(String address) {
        assertThat(relay.send(new Envelope("news@example.org", address), MAIL)).isInstanceOf(Refused.class);
        assertThat(relay.send(new Envelope(address, "ada@example.net"), MAIL)).isInstanceOf(Refused.class);

        assertThat(sink.commands()).containsExactly("EHLO [127.0.0.1]");
    }

    @Test
    void keepsNothingOfTheReaderInWhatTheRelaySaid() {
        sink.answer("RCPT", "550 5.1.1 <Ada@example.net>: user ada unknown at 192.0.2.7 and [2001:db8::1], 你好");

        var result = (Refused) relay.send(TO_ADA, MAIL);

        assertThat(result.reply()).startsWith("550 5.1.1").contains("unknown").doesNotContainIgnoringCase("ada");
        assertThat(result.reply())
                .doesNotContain("192.0.2.7")
                .doesNotContain("2001")
                .matches("[\\x20-\\x7e…]*");
    }

    @Test
    void signsInOnThisMachineWithoutTls() {
        sink.offers("AUTH LOGIN PLAIN").answer("AUTH", "235 welcome");
        try (var another = relay(Security.NONE, new Login("notify", "s3cret"))) {
            assertThat(another.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        }

        assertThat(sink.commands()).contains("AUTH PLAIN " + base64("\0notify\0s3cret"));
    }

    @Test
    void signsInTheOldWay() {
        sink.offers("AUTH LOGIN")
                .answer("AUTH", "334 VXNlcm5hbWU6")
                .answer(base64("notify").toUpperCase(Locale.ROOT), "334 UGFzc3dvcmQ6")
                .answer(base64("s3cret").toUpperCase(Locale.ROOT), "235 welcome");
        try (var another = relay(Security.NONE, new Login("notify", "s3cret"))) {
            assertThat(another.send(TO_ADA, MAIL)).isInstanceOf(Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"535 5.7.8 wrong", "334 more", "250 ok"})
    void doesNotGoOnWhereItCouldNotSignIn(String answer) {
        sink.offers("AUTH PLAIN").alwaysAnswer("AUTH", answer);
        try (var another = relay(Security.NONE, new Login("notify", "s3cret"))) {
            assertThat(another.send(TO_ADA, MAIL))
                    .isInstanceOfSatisfying(
                            NotStarted.class,
                            away -> assertThat(away.fault())
                                    .startsWith("AUTH was answered with")
                                    .doesNotContain("s3cret"));
        }
    }

    private SmtpRelay relay(Security security, @Nullable Login login) {
        return new SmtpRelay(address("127.0.0.1", sink.port(), security, login), null);
    }

    static RelayAddress address(String host, int port, Security security, @Nullable Login login) {
        var moment = Duration.ofMillis(1500);
        return new RelayAddress(host, port, security, Optional.ofNullable(login), "", moment, moment, moment);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
