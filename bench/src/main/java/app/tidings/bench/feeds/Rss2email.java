package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        var sources = site.addresses(set, feeds)
                .map(address -> "[feed.%s]\nurl = %s\n".formatted(address.replaceAll("\\W", "-"), address))
                .collect(Collectors.joining());
        home(set).begin(Map.of("settings", "[DEFAULT]\nto = nobody@localhost\n" + sources));
        return again(set);
    }

    @Override
    public Run again(String set) {
        var home = home(set);
        return Programs.run(
                List.of(program, "-c", home.path("settings"), "-d", home.path("seen"), "run", "--no-send"),
                home.file("log"));
    }

    private ReaderHome home(String set) {
        return ReaderHome.of(directory, NAME, set);
    }
}
