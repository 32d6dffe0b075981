package app.tidings.bench.parse;

import app.tidings.bench.stage.Programs;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python's feedparser, where it is there: a program that reads all feeds once. What it takes to start is in its figure. */
final class Feedparser {

    private final List<String> command;
    private final Path log;
    private final double megabytes;

    private Feedparser(String python, List<FeedFile> feeds) throws IOException {
        var directory = Files.createTempDirectory("tidings-feeds");
        var files = new ArrayList<String>();
        for (var feed : feeds) {
            files.add(Files.write(
                            directory.resolve("%d.xml".formatted(files.size())),
                            feed.body().bytes())
                    .toString());
        }
        var list = Files.writeString(directory.resolve("list"), String.join("\n", files));
        this.command = List.of(
                python, Programs.script(Feedparser.class, "feeds.py", directory).toString(), list.toString());
        this.log = directory.resolve("log");
        this.megabytes = FeedFile.megabytes(feeds);
    }

    /** Ready to read these feeds; empty where there is none. */
    static Optional<Feedparser> over(List<FeedFile> feeds) {
        return Programs.pythonWith("feedparser").map(python -> {
            try {
                return new Feedparser(python, feeds);
            } catch (IOException e) {
                throw new Refusal("cannot write the feeds for feedparser", e);
            }
        });
    }

    /** In megabytes for each second of the processor. */
    double turn() {
        return megabytes / Programs.run(command, log).cpuSeconds();
    }
}
