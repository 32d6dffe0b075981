package app.tidings.local.archive;

import app.tidings.curation.archive.ArchiveFile;
import app.tidings.curation.archive.Finding;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The Markdown files of an archive, in the order of their names. */
final class ArchiveFiles {

    /** Far above any issue and any season; what is larger is something else. */
    private static final long MAX_BYTES = 8L << 20;

    private ArchiveFiles() {}

    /**
     * Reads each file; one that cannot be read has a finding in place of issues.
     *
     * @param paths files, and directories whose {@code .md} files are meant, those below too
     * @throws Refusal if a path is not there, or nothing is in it
     */
    static List<ArchiveFile> in(List<Path> paths) {
        return under(paths).stream().map(ArchiveFiles::read).toList();
    }

    /**
     * The files that are meant.
     *
     * @throws Refusal if a path is not there, or nothing is in it
     */
    static List<Path> under(List<Path> paths) {
        var files = paths.stream().flatMap(path -> files(path).stream()).toList();
        if (files.isEmpty()) {
            throw new Refusal("there is no .md file in " + paths);
        }
        return files;
    }

    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("cannot read " + path + "; name a directory of Markdown files, or such files", e);
        }
    }

    private static ArchiveFile read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MAX_BYTES) {
                return unread(name, "the file is larger than %d MB".formatted(MAX_BYTES >> 20));
            }
            return ArchiveFile.read(name, Files.readAllBytes(file));
        } catch (IOException e) {
            return unread(name, "the file cannot be read: " + e.getMessage());
        }
    }

    private static ArchiveFile unread(String name, String reason) {
        return new ArchiveFile(name, List.of(), List.of(new Finding(1, reason)));
    }
}
