package app.tidings.render.edition;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aFullIssue;
import static app.tidings.render.TestManuscripts.anImage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.typeset.Typesetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed of one full issue, byte for byte. */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Addresses ADDRESSES = new Addresses(URI.create("https://news.example"));

    static Stream<Arguments> files() {
        var markdown = new MarkdownFormat();
        var mail = new EmailFormat(Templates.precompiled());
        return Stream.of(
                Arguments.of("full-zh.md", ZH, markdown, MarkdownFormat.NAME),
                Arguments.of("full-en.md", EN, markdown, MarkdownFormat.NAME),
                Arguments.of("teaser-zh.md", ZH_TEASER, markdown, MarkdownFormat.NAME),
                Arguments.of("mail-zh.txt", ZH, mail, EmailFormat.TEXT),
                Arguments.of("mail-en.txt", EN, mail, EmailFormat.TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void printsTheSameBytesEachTime(String file, EditionPlan plan, EditionFormat format, String name)
            throws IOException {
        var golden = Files.readString(GOLDEN.resolve(file), UTF_8);

        assertThat(printed(plan, format, name)).isEqualTo(golden);
        assertThat(printed(plan, format, name)).isEqualTo(golden);
    }

    private static String printed(EditionPlan plan, EditionFormat format, String name) {
        var manuscript = aFullIssue(List.of(anImage("a".repeat(64)), anImage("b".repeat(64))));
        return format.print(Typesetting.edition(manuscript, plan, ADDRESSES)).stream()
                .filter(printed -> printed.format().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
