package app.tidings.notify.channel;

import app.tidings.notify.channel.SmtpResult.NotStarted;
import app.tidings.notify.channel.SmtpResult.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The relay, over connections that are kept. As many are open as mails are sent at a time. */
public final class SmtpRelay implements AutoCloseable {

    /** Relays hang up on those who are silent for minutes; a connection is not trusted that long. */
    private static final Duration STALE = Duration.ofSeconds(30);

    private final RelayAddress address;
    private final @Nullable SSLSocketFactory trust;
    private final Duration stale;
    private final BlockingDeque<Idle> idle = new LinkedBlockingDeque<>();

    private record Idle(SmtpConnection connection, long since) {

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    /** The relay is away, or will not have us. The message says which step failed. */
    public static final class RelayAway extends Exception {

        private static final long serialVersionUID = 1L;

        RelayAway(IOException cause) {
            super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        }
    }

    public SmtpRelay(RelayAddress address, @Nullable SSLSocketFactory trust) {
        this(address, trust, STALE);
    }

    SmtpRelay(RelayAddress address, @Nullable SSLSocketFactory trust, Duration stale) {
        this.address = address;
        this.trust = trust;
        this.stale = stale;
    }

    /**
     * Makes sure that a conversation is possible before anything is promised: a kept connection may have died since. Where
     * one has, those that are as old or older are not asked: each may take as long to be found dead.
     */
    public void reach() throws RelayAway {
        closeStale();
        var kept = kept();
        if (kept != null && kept.isAlive()) {
            giveBack(kept);
            return;
        }
        if (kept != null) {
            kept.close();
            close();
        }
        giveBack(open());
    }

    /** What was used last is used first, so the others are never looked at in {@link #kept}. */
    private void closeStale() {
        for (var last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (!last.isOlderThan(stale)) {
                idle.addLast(last);
                return;
            }
            last.connection().close();
        }
    }

    /** Sends a mail; a kept connection that turns out to be dead is replaced once. */
    public SmtpResult send(Envelope envelope, byte[] message) {
        var kept = kept();
        if (kept != null) {
            var attempt = sendOver(kept, envelope, message);
            if (attempt.tookPart() || attempt.result() instanceof Refused) {
                return attempt.result();
            }
        }
        try {
            return sendOver(open(), envelope, message).result();
        } catch (RelayAway e) {
            return new NotStarted(String.valueOf(e.getMessage()));
        }
    }

    /** What came of a mail, and whether the relay took part in it at all; read before the connection is another mail's. */
    private record Attempt(SmtpResult result, boolean tookPart) {}

    private Attempt sendOver(SmtpConnection connection, Envelope envelope, byte[] message) {
        try {
            return new Attempt(connection.send(envelope, message), connection.hasTakenPart());
        } finally {
            giveBack(connection);
        }
    }

    private @Nullable SmtpConnection kept() {
        for (var found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            if (!found.isOlderThan(stale)) {
                return found.connection();
            }
            found.connection().close();
        }
        return null;
    }

    private SmtpConnection open() throws RelayAway {
        try {
            return SmtpConnection.open(address, trust);
        } catch (IOException e) {
            throw new RelayAway(e);
        }
    }

    private void giveBack(SmtpConnection connection) {
        if (connection.isUsable()) {
            idle.addFirst(new Idle(connection, System.nanoTime()));
        } else {
            connection.close();
        }
    }

    /** Hangs up everywhere. */
    @Override
    public void close() {
        for (var found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            found.connection().close();
        }
    }
}
