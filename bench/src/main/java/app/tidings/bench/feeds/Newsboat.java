package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        var addresses = site.addresses(set, feeds).collect(Collectors.joining("\n", "", "\n"));
        home(set).begin(Map.of("config", SETTINGS, "urls", addresses));
        return again(set);
    }

    @Override
    public Run again(String set) {
        var home = home(set);
        return Programs.run(
                List.of(
                        "/usr/bin/env",
                        "HOME=" + home.directory(),
                        program,
                        "--url-file=" + home.path("urls"),
                        "--config-file=" + home.path("config"),
                        "--cache-file=" + home.path("cache.db"),
                        "--execute=reload"),
                home.file("log"));
    }

    private ReaderHome home(String set) {
        return ReaderHome.of(directory, NAME, set);
    }
}
