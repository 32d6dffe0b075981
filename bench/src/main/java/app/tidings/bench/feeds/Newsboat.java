package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A peer: newsboat fetches feeds conditionally, reads them and keeps their entries in a database of its own.
 *
 * @param directory where it may keep things
 */
public record Newsboat(String program, FeedSite site, Path directory) implements FeedReader {

    /** What it is called, and its package. */
    public static final String NAME = "newsboat";

    private static final String SETTINGS = "reload-threads 16\nmax-items 0\nauto-reload no\n";

    @Override
    public Run first(String set, int feeds) {
        var home = home(set);
        try {
            FileSystemUtils.deleteRecursively(home);
            Files.createDirectories(home);
            Files.writeString(home.resolve("config"), SETTINGS);
            Files.write(home.resolve("urls"), site.addresses(set, feeds).toList());
        } catch (IOException e) {
            throw new Refusal("cannot write to " + home, e);
        }
        return again(set);
    }

    @Override
    public Run again(String set) {
        var home = home(set);
        return Programs.run(
                List.of(
                        "/usr/bin/env",
                        "HOME=" + home,
                        program,
                        "--url-file=" + home.resolve("urls"),
                        "--config-file=" + home.resolve("config"),
                        "--cache-file=" + home.resolve("cache.db"),
                        "--execute=reload"),
                home.resolve("log"));
    }

    private Path home(String set) {
        return directory.resolve(NAME).resolve(set);
    }
}
