package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The limit of fetching: curl gets the same feeds, so many at a time, and throws them away without looking into them.
 *
 * @param inFlight transfers at a time
 */
public record CurlPass(String curl, FeedSite site, Path directory, int inFlight) {

    /** For those who miss it. */
    public static final String HOW_TO_GET_IT = "install it (Debian: apt-get install curl)";

    /** Gets every feed of a set whole. */
    public Run whole(String set, int feeds) {
        return run(set, feeds, List.of());
    }

    /** Asks for every feed of a set with the entity tag that it has. */
    public Run unchanged(String set, int feeds) {
        return run(set, feeds, List.of("--header", "If-None-Match: \"%s\"".formatted(set)));
    }

    private Run run(String set, int feeds, List<String> headers) {
        var urls = site.addresses(set, feeds)
                .map("url=\"%s\"\noutput=\"/dev/null\"\n"::formatted)
                .collect(Collectors.joining());
        var list = directory.resolve("curl-" + set + ".txt");
        try {
            Files.writeString(list, urls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<>(List.of(
                curl,
                "--silent",
                "--fail",
                "--http1.1",
                "--header",
                "Accept-Encoding: gzip",
                "--parallel",
                "--parallel-max",
                String.valueOf(inFlight)));
        command.addAll(headers);
        command.addAll(List.of("--config", list.toString()));
        return Programs.run(command, directory.resolve("curl.log"));
    }
}
