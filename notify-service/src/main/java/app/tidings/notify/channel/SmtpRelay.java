package app.tidings.notify.channel;

import app.tidings.notify.channel.SmtpResult.NotStarted;
import app.tidings.notify.channel.SmtpResult.Refused;
import java.io.IOException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The relay, over connections that are kept. As many are open as mails are sent at a time. */
public final class SmtpRelay implements AutoCloseable {

    /** Relays hang up on those who are silent for minutes; a connection is not trusted that long. */
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final RelayAddress address;
    private final @Nullable SSLSocketFactory trust;
    private final BlockingDeque<Idle> idle = new LinkedBlockingDeque<>();

    private record Idle(SmtpConnection connection, long since) {

        boolean isStale() {
            return System.nanoTime() - since > STALE_NANOS;
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
        this.address = address;
        this.trust = trust;
    }

    /** Makes sure that a conversation is possible before anything is promised: a kept connection may have died since. */
    public void reach() throws RelayAway {
        for (var kept = kept(); kept != null; kept = kept()) {
            var alive = kept.isAlive();
            giveBack(kept);
            if (alive) {
                return;
            }
        }
        giveBack(open());
    }

    /** Sends a mail; a kept connection that turns out to be dead is replaced once. */
    public SmtpResult send(Envelope envelope, byte[] message) {
        var kept = kept();
        if (kept != null) {
            var result = sendOver(kept, envelope, message);
            if (kept.hasTakenPart() || result instanceof Refused) {
                return result;
            }
        }
        try {
            return sendOver(open(), envelope, message);
        } catch (RelayAway e) {
            return new NotStarted(String.valueOf(e.getMessage()));
        }
    }

    private SmtpResult sendOver(SmtpConnection connection, Envelope envelope, byte[] message) {
        try {
            return connection.send(envelope, message);
        } finally {
            giveBack(connection);
        }
    }

    private @Nullable SmtpConnection kept() {
        for (var found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            if (!found.isStale()) {
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
