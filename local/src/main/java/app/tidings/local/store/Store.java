package app.tidings.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * A server that speaks MongoDB's wire protocol and keeps its data in one file. No answer leaves before what it tells is
 * in that file, so a killed process loses nothing that it acknowledged; a power cut may.
 */
public final class Store implements AutoCloseable {

    private static final long COMPACTED_ON_START_FROM = 16L * 1024 * 1024;
    private static final int WORKER_THREADS = 16;

    private final MongoServer server;
    private final int port;

    private Store(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Opens the store in a directory, which is made if it is missing, and listens on 127.0.0.1.
     *
     * @throws IllegalStateException if another process has the store open or the port is taken
     */
    public static Store open(Path directory, int port) {
        var backend = new DurableBackend(openFile(directory));
        var server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1, WORKER_THREADS);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the store cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        return new Store(server, server.getLocalAddress().getPort());
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Ends all connections and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }

    private static MVStore openFile(Path directory) {
        try {
            Files.createDirectories(directory);
            var file = directory.resolve("store.mv").toAbsolutePath();
            if (Files.exists(file)) {
                MVStoreTool.compactCleanUp(file.toString());
                if (Files.size(file) >= COMPACTED_ON_START_FROM) {
                    MVStoreTool.compact(file.toString(), false);
                }
            }
            return DurableBackend.settings().fileName(file.toString()).open();
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException("another process has the store in " + directory + " open", e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
