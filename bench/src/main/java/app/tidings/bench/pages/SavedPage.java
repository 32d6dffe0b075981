package app.tidings.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page that somebody saved.
 *
 * @param html its markup, in UTF-8 as all of these collections are
 */
record SavedPage(Path file, String html) {

    /** Every HTML file below a folder, in the order of their paths; refuses a folder without any. */
    static List<SavedPage> below(Path folder) {
        try (var files = Files.walk(folder)) {
            var pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(SavedPage::read)
                    .toList();
            if (pages.isEmpty()) {
                throw new Refusal("there is no .html file below " + folder);
            }
            return pages;
        } catch (IOException e) {
            throw new Refusal("%s cannot be read".formatted(folder), e);
        }
    }

    private static SavedPage read(Path file) {
        try {
            return new SavedPage(file.toAbsolutePath(), new String(Files.readAllBytes(file), UTF_8));
        } catch (IOException e) {
            throw new Refusal("%s cannot be read".formatted(file), e);
        }
    }
}
