package app.tidings.bench.feeds;

import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A directory in which a peer keeps what it knows of a set of feeds. */
record ReaderHome(Path directory) {

    /** That of a peer below the directory of all. */
    static ReaderHome of(Path all, String reader, String set) {
        return new ReaderHome(all.resolve(reader).resolve(set));
    }

    /** Forgets all that was there, and holds these files by their names then. */
    void begin(Map<String, String> files) {
        try {
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(directory);
            for (var file : files.entrySet()) {
                Files.writeString(file(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new Refusal("cannot write to " + directory, e);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** As it stands on a command line. */
    String path(String name) {
        return file(name).toString();
    }
}
