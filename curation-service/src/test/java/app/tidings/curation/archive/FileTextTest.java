package app.tidings.curation.archive;

import static app.tidings.curation.archive.TestArchives.FULL;
import static app.tidings.curation.archive.TestArchives.only;
import static app.tidings.curation.archive.TestArchives.titles;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {

    @ParameterizedTest
    @CsvSource({"GB18030,GB18030", "UTF-16LE,UTF-16LE", "UTF-16BE,UTF-16BE"})
    void readsAFileThatIsNoUtf8AndSaysSo(String charset, String told) {
        var file = ArchiveFile.read("2024-02-03-weekly.md", FULL.getBytes(Charset.forName(charset)));

        assertThat(titles(file.issues().getFirst())).isEqualTo(titles(only(FULL)));
        assertThat(file.findings().getFirst())
                .isEqualTo(new Finding(
                        1,
                        "the file is no UTF-8, and was read as %s; save it as UTF-8 where that is wrong"
                                .formatted(told)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM", "UTF-8"})
    void believesAMark(String charset) {
        var file = ArchiveFile.read("2024-02-03-weekly.md", FULL.getBytes(Charset.forName(charset)));

        assertThat(titles(file.issues().getFirst())).isEqualTo(titles(only(FULL)));
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void saysNothingOfAnEmptyFile() {
        assertThat(FileText.of(new byte[0])).isEqualTo(new FileText("", List.of()));
    }

    @Test
    void tellsTheLineOfBytesThatAreBroken() {
        var broken = FULL.getBytes(UTF_8);
        broken[FULL.substring(0, FULL.indexOf("各位好")).getBytes(UTF_8).length] = (byte) 0xff;

        var file = ArchiveFile.read("2024-02-03-weekly.md", broken);

        assertThat(titles(file.issues().getFirst())).isEqualTo(titles(only(FULL)));
        assertThat(file.findings())
                .containsExactly(new Finding(7, "there are bytes that are no UTF-8; \ufffd stands for them"));
    }

    @Test
    void readsAFewZerosForWhatTheyAre() {
        var file = ArchiveFile.read(
                "2024-02-03-weekly.md", FULL.replace("开头的", "开头的\0").getBytes(UTF_8));

        assertThat(file.issues().getFirst().sections().getFirst().text().plain())
                .contains("开头的");
        assertThat(titles(file.issues().getFirst())).hasSize(3);
    }
}
