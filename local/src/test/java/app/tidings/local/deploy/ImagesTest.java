package app.tidings.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each service has an image of its own, which plain {@code docker build} makes; the tree is compiled once for all of them. */
class ImagesTest {

    private static final List<String> MODULES =
            List.of("ingest-service", "curation-service", "render-service", "notify-service", "local");
    private static final Pattern FIRST_STAGE =
            Pattern.compile("(?s)^FROM \\S+ AS build\\n.+?\\n(?=\\nFROM )", Pattern.MULTILINE);

    @Test
    void beginWithTheSameStage() {
        assertThat(MODULES.stream()
                        .map(module -> firstStage(ComposeFile.text(module + "/Dockerfile")))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void copyThePomOfEachModule() {
        var modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(ComposeFile.text("pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(modules).hasSizeGreaterThan(MODULES.size());
        assertThat(firstStage(ComposeFile.text("local/Dockerfile")))
                .contains(modules.stream()
                        .map(module -> "COPY %s/pom.xml %s/\n".formatted(module, module))
                        .toList());
    }

    private static String firstStage(String dockerfile) {
        var stage = FIRST_STAGE.matcher(dockerfile);
        assertThat(stage.find()).as(dockerfile).isTrue();
        return stage.group();
    }
}
