package app.tidings.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process off a directory. Kafka has a lock of its own, but takes it after it has begun to write its
 * metadata, and then ends the JVM.
 */
record DirectoryLock(FileChannel held) implements AutoCloseable {

    /** Takes the lock file beside the directory. */
    static DirectoryLock take(Path directory) {
        var file = directory.resolveSibling(directory.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException("another process has the broker in " + directory + " open");
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
