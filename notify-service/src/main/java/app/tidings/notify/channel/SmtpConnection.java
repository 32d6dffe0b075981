package app.tidings.notify.channel;

import app.tidings.notify.channel.SmtpResult.Accepted;
import app.tidings.notify.channel.SmtpResult.Ambiguous;
import app.tidings.notify.channel.SmtpResult.NotSent;
import app.tidings.notify.channel.SmtpResult.NotStarted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the relay (RFC 5321), after its beginning: one mail after another, one recipient each. It always
 * knows whether the final dot has been begun.
 */
final class SmtpConnection implements AutoCloseable {

    private static final String DOT = ".";
    private static final int OK = 250;
    private static final int START_MAIL = 354;
    private static final int SHUTTING_DOWN = 421;

    private final SmtpWire wire;
    private final RelayAddress address;
    private final SmtpOffers offers;
    private boolean usable = true;
    private boolean takenPart;

    private SmtpConnection(SmtpWire wire, RelayAddress address, SmtpOffers offers) {
        this.wire = wire;
        this.address = address;
        this.offers = offers;
    }

    /**
     * Connects and comes as far as the relay taking mails.
     *
     * @param trust which certificates are believed; those of the platform where null
     * @throws IOException if it does not come so far; its message tells of no secret
     */
    static SmtpConnection open(RelayAddress address, @Nullable SSLSocketFactory trust) throws IOException {
        var wire = SmtpWire.connect(address);
        try {
            return new SmtpConnection(wire, address, new SmtpOffers(new SmtpHandshake(wire, address).shake(trust)));
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /** Whether another mail may be sent here. */
    boolean isUsable() {
        return usable;
    }

    /** Asks the relay whether it is still there (RFC 5321, section 4.1.1.9). */
    boolean isAlive() {
        try {
            usable = wire.command("NOOP", address.connect()).code() == OK;
        } catch (IOException e) {
            usable = false;
        }
        return usable;
    }

    /** Whether the relay took part in the last mail at all; if not, a kept connection may just have been stale. */
    boolean hasTakenPart() {
        return takenPart;
    }

    /**
     * Sends a mail.
     *
     * @param message with CRLF line ends, not dot-stuffed
     */
    SmtpResult send(Envelope envelope, byte[] message) {
        takenPart = false;
        var impossible = offers.impossible(envelope, message);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        try {
            var refused = announce(envelope, message);
            if (refused.isPresent()) {
                return result(refused.get(), envelope);
            }
            data(message);
        } catch (IOException e) {
            usable = false;
            return takenPart ? new NotSent(fault(e)) : new NotStarted(fault(e));
        }
        return finish(envelope);
    }

    /** MAIL, RCPT and DATA, in one write where the relay allows it; returns the first no, if one comes. */
    private Optional<SmtpRefusal> announce(Envelope envelope, byte[] message) throws IOException {
        var mail = offers.mailCommand(envelope, message);
        var commands = List.of(mail, "RCPT TO:<" + envelope.to() + ">", "DATA");
        return offers.pipelining() ? together(commands) : oneByOne(commands);
    }

    private Optional<SmtpRefusal> oneByOne(List<String> commands) throws IOException {
        for (var each : commands) {
            var reply = noted(wire.command(each, address.reply()));
            if (!isYes(each, reply)) {
                return Optional.of(reset(new SmtpRefusal(each, reply)));
            }
        }
        return Optional.empty();
    }

    private Optional<SmtpRefusal> together(List<String> commands) throws IOException {
        for (var each : commands) {
            wire.put(each + "\r\n");
        }
        wire.within(address.reply(), wire::flush);
        Optional<SmtpRefusal> no = Optional.empty();
        for (var each : commands) {
            var reply = noted(wire.reply(address.reply()));
            if (reply.code() == SHUTTING_DOWN) {
                usable = false;
                return no.or(() -> Optional.of(new SmtpRefusal(each, reply)));
            }
            if (no.isPresent() && reply.code() == START_MAIL) {
                abandonData();
            } else if (no.isEmpty() && !isYes(each, reply)) {
                no = Optional.of(new SmtpRefusal(each, reply));
            }
        }
        return no.isPresent() ? Optional.of(reset(no.get())) : no;
    }

    /** Whether the reply lets the conversation go on; one that makes no sense ends it. */
    private static boolean isYes(String command, SmtpReply reply) throws IOException {
        if (reply.isRefusal()) {
            return false;
        }
        var expected = command.equals("DATA") ? reply.code() == START_MAIL : reply.code() / 10 == OK / 10;
        if (!expected) {
            throw new IOException("the relay's reply makes no sense");
        }
        return true;
    }

    /** The relay took DATA although it refused the recipient: there is nothing to send to anybody. */
    private void abandonData() throws IOException {
        wire.put(DOT + "\r\n");
        wire.within(address.reply(), wire::flush);
        wire.reply(address.reply());
    }

    private SmtpRefusal reset(SmtpRefusal no) throws IOException {
        usable = no.reply().code() != SHUTTING_DOWN
                && wire.command("RSET", address.reply()).code() == OK;
        return no;
    }

    /** A relay that only says that it hangs up has not taken part. */
    private SmtpReply noted(SmtpReply reply) {
        takenPart |= reply.code() != SHUTTING_DOWN;
        return reply;
    }

    /** The mail itself, without its final dot. */
    private void data(byte[] message) throws IOException {
        wire.within(address.answer(), () -> {
            var from = 0;
            for (var i = 0; i < message.length; i++) {
                if (message[i] == '.' && (i == 0 || message[i - 1] == '\n')) {
                    wire.put(message, from, i);
                    wire.put(DOT);
                    from = i;
                }
            }
            wire.put(message, from, message.length);
            if (message.length > 0 && message[message.length - 1] != '\n') {
                wire.put("\r\n");
            }
            wire.flush();
        });
    }

    /** The final dot and the answer; from here on a fault leaves everything open. */
    private SmtpResult finish(Envelope envelope) {
        try {
            wire.put(DOT + "\r\n");
            wire.within(address.reply(), wire::flush);
            return answer(envelope);
        } catch (IOException e) {
            usable = false;
            return new Ambiguous(fault(e));
        }
    }

    private SmtpResult answer(Envelope envelope) throws IOException {
        var reply = wire.reply(address.answer());
        usable = reply.code() != SHUTTING_DOWN;
        if (reply.isRefusal()) {
            return result(new SmtpRefusal(DOT, reply), envelope);
        }
        if (reply.code() / 100 != 2) {
            throw new IOException("the relay's answer makes no sense");
        }
        return new Accepted(reply.shown(envelope.to()));
    }

    private SmtpResult result(SmtpRefusal no, Envelope envelope) {
        return takenPart ? no.result(envelope) : new NotStarted(no.reply().shown(envelope.to()));
    }

    /** The kind of fault; its own text may hold an address. */
    private static String fault(IOException fault) {
        return fault.getClass().getSimpleName();
    }

    /** Says goodbye, without waiting for an answer. */
    @Override
    public void close() {
        if (usable) {
            try {
                wire.put("QUIT\r\n");
                wire.within(address.connect(), wire::flush);
            } catch (IOException e) {
                // the relay has gone already
            }
        }
        wire.close();
    }
}
