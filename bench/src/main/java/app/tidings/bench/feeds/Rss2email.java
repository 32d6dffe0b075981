package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A peer: rss2email fetches feeds conditionally, reads them and remembers their entries in a file; here it sends no mail.
 *
 * @param directory where it may keep things
 */
public record Rss2email(String program, FeedSite site, Path directory) implements FeedReader {

    /** What it is called, and its package. */
    public static final String NAME = "rss2email";

    @Override
    public Run first(String set, int feeds) {
        var home = home(set);
        var settings = new ArrayList<>(List.of("[DEFAULT]", "to = nobody@localhost"));
        for (var address : site.addresses(set, feeds).toList()) {
            settings.add("[feed.f%d]".formatted(settings.size()));
            settings.add("url = " + address);
        }
        try {
            FileSystemUtils.deleteRecursively(home);
            Files.createDirectories(home);
            Files.write(home.resolve("settings"), settings);
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
                        program,
                        "-c",
                        home.resolve("settings").toString(),
                        "-d",
                        home.resolve("seen").toString(),
                        "run",
                        "--no-send"),
                home.resolve("log"));
    }

    private Path home(String set) {
        return directory.resolve(NAME).resolve(set);
    }
}
