package app.tidings.bench.pages;

import app.tidings.bench.measure.Rounds;
import app.tidings.bench.stage.Programs;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Readers of other languages, as far as they are there: each a program that reads all pages once. What it takes to start is in
 * its figure.
 */
final class OtherReaders {

    private static final String JAVASCRIPT = "peer: Readability.js on jsdom";
    private static final String PYTHON = "peer: readability-lxml";

    private final int pages;
    private final Path directory;
    private final Map<String, List<String>> commands = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * Looks which are there.
     *
     * @param nodeModules where {@code jsdom} and {@code @mozilla/readability} are installed
     */
    OtherReaders(List<SavedPage> pages, Optional<Path> nodeModules) {
        this.pages = pages.size();
        try {
            this.directory = Files.createTempDirectory("tidings-pages");
            var list = Files.writeString(
                    directory.resolve("list"),
                    pages.stream().map(page -> page.file().toString()).collect(Collectors.joining("\n")));
            offer(
                    JAVASCRIPT,
                    Programs.ifThere("node").filter(_ -> nodeModules.isPresent()),
                    script("read.js"),
                    list,
                    nodeModules.map(Path::toString).orElse(""));
            offer(PYTHON, Programs.pythonWith("readability"), script("read.py"), list, "");
        } catch (IOException e) {
            throw new Refusal("cannot write the scripts of other readers", e);
        }
    }

    private void offer(String name, Optional<String> program, Path script, Path list, String modules) {
        program.ifPresentOrElse(
                path -> commands.put(name, List.of(path, script.toString(), list.toString(), modules)),
                () -> missing.add("not there: " + name));
    }

    private Path script(String name) throws IOException {
        return Programs.script(OtherReaders.class, name, directory);
    }

    /** Lets each read all pages once. */
    void run(Rounds figures) {
        commands.forEach((name, command) -> figures.add(
                name, pages / Programs.run(command, directory.resolve("log")).cpuSeconds()));
    }

    Set<String> names() {
        return commands.keySet();
    }

    /** What was not there, in words. */
    List<String> missing() {
        return missing;
    }
}
