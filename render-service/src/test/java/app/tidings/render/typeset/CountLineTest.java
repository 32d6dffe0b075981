package app.tidings.render.typeset;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anIssue;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.render.edition.Addresses;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountLineTest {

    @Test
    void countsByKindAndWords() {
        assertThat(count(ZH, part("articles", 12), part("projects", 12), part("audio", 2)))
                .isEqualTo("本期分享了 12 篇文章，12 个开源项目，2 则音视频，全文 468 字。");
        assertThat(count(EN, part("articles", 12), part("projects", 12), part("audio", 2)))
                .isEqualTo(
                        "This issue shares 12 articles, 12 open source projects and 2 podcasts and videos, 208 words in all.");
    }

    @Test
    void countsOne() {
        assertThat(count(ZH, part("discussions", 1))).isEqualTo("本期分享了 1 则讨论，全文 18 字。");
        assertThat(count(EN, part("discussions", 1))).isEqualTo("This issue shares 1 discussion, 8 words in all.");
    }

    @Test
    void saysNothingOfAnEmptyIssue() {
        assertThat(count(ZH)).isEmpty();
        assertThat(count(ZH, part("articles", 0))).isEmpty();
    }

    @Test
    void countsNoWordsOfATeaser() {
        assertThat(count(ZH_TEASER, part("articles", 2))).isEqualTo("本期分享了 2 篇文章。");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "队列，排队！, 4",
        "用 Python 3.14 写 t-string, 5",
        "it’s don't, 2",
        "a_b c.d, 2",
        "ひらがな カタカナ, 8",
        "🦄 —, 0"
    })
    void countsEachIdeographAndEachOtherWord(String text, long words) {
        assertThat(CountLine.words(text)).isEqualTo(words);
    }

    private static Part part(String section, int entries) {
        return new Part(section, Collections.nCopies(entries, anEntry().build()));
    }

    private static String count(EditionPlan plan, Part... parts) {
        return Typesetting.edition(
                        anIssue(List.of(parts), List.of()), plan, new Addresses(URI.create("https://news.example")))
                .count();
    }
}
