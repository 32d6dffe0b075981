package app.tidings.platform.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * A store over the wire in this JVM. It can be stopped and started again on the same port with what it held, so a test can
 * take the store away for a while; such a test makes its own.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MemoryBackend held = new OneCommandAtATime();
    private final int port;
    private MongoServer server = new MongoServer(held);

    /** A store that runs. */
    public EmbeddedStore() {
        port = server.bind().getPort();
    }

    /** The connection string, without a database; the same over stop and start. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Starts again on what is there. */
    public void start() {
        server = new MongoServer(held);
        server.bind("127.0.0.1", port);
    }

    /** Stops, cuts every connection and keeps what it holds. */
    public void stop() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        stop();
    }

    /** Answers with copies: the library's own documents may be changed by the next command before they are on the wire. */
    private static final class OneCommandAtATime extends MemoryBackend {

        @Override
        public synchronized Document handleMessage(MongoMessage message) {
            return super.handleMessage(message).cloneDeeply();
        }

        /** Holds what it holds: a stopped server closes it. */
        @Override
        public void close() {}
    }
}
