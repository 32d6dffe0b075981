package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A peer: sfeed_update has curl fetch each feed and a parser in C read it, and keeps entries in files of text. Version 1 always
 * asks for the whole feed.
 *
 * @param directory where it may keep things
 */
public record Sfeed(String program, FeedSite site, Path directory) implements FeedReader {

    /** What its package is called. */
    public static final String NAME = "sfeed";

    @Override
    public Run first(String set, int feeds) {
        var home = home(set);
        var list = site.addresses(set, feeds)
                .map(feed -> "feed '%s' '%s'".formatted(feed.replaceAll("\\W", "-"), feed))
                .collect(Collectors.joining("\n"));
        home.begin(
                Map.of("config", "sfeedpath='%s'\nmaxjobs=16\nfeeds() {\n%s\n}\n".formatted(home.file("feeds"), list)));
        return again(set);
    }

    @Override
    public Run again(String set) {
        var home = home(set);
        return Programs.run(List.of(program, home.path("config")), home.file("log"));
    }

    private ReaderHome home(String set) {
        return ReaderHome.of(directory, NAME, set);
    }
}
