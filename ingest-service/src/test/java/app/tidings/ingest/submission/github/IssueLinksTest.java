package app.tidings.ingest.submission.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueLinksTest {

    private static final String OWN = "https://github.com/ada/weekly/issues/7";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example/x.                       | https://a.example/x",
                "[a title](https://a.example/x) and more        | https://a.example/x",
                "[a](https://en.example/wiki/Tide_(sea))        | https://en.example/wiki/Tide_(sea)",
                "<https://a.example/x?y=1&z=2>                  | https://a.example/x?y=1&z=2",
                "**https://a.example/x**                        | https://a.example/x",
                "链接：https://a.example/x，推荐                | https://a.example/x",
                "（https://a.example/x）                        | https://a.example/x",
                "`https://a.example/x`                          | https://a.example/x",
                "[![badge](https://i.example/b)](https://a.example/x) | https://a.example/x",
                "HTTPS://A.example/x                            | HTTPS://A.example/x",
            })
    void findsAnAddressAsPeopleWriteIt(String body, String address) {
        assertThat(IssueLinks.in("", body, OWN)).containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/ada/weekly/issues/7",
        "https://github.com/ada/weekly/issues/7#issuecomment-1",
        "![shot](https://github.com/user-attachments/assets/1)",
        "https://github.com/user-attachments/assets/1",
        "<img src='https://a.example/x'>",
        "https://a.example/shot.PNG?raw=1",
        "<!-- paste https://a.example/here -->",
        "javascript:alert(1)",
        "ftp://a.example/x",
        "''",
    })
    void passesOverImagesCommentsAndTheIssueItself(String body) {
        assertThat(IssueLinks.in("", body, OWN)).isEmpty();
    }

    @Test
    void passesOverWhatIsInABlockOfCode() {
        var body = "```\nGET https://log.example/1\n```\nhttps://a.example/x";

        assertThat(IssueLinks.in("", body, OWN)).containsExactly("https://a.example/x");
    }

    @Test
    void takesEachOnceAndNoMoreThanFive() {
        var many = IntStream.range(0, 9)
                .mapToObj(i -> "https://a.example/" + i % 7)
                .collect(Collectors.joining(" "));

        assertThat(IssueLinks.in("https://a.example/0", many, OWN)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void endsSoonWhateverTheText() {
        for (var part : new String[] {"![", "<img ", "```", "https://((((", "![](", "<!--"}) {
            assertThat(IssueLinks.in(part, part.repeat(64_000 / part.length()), OWN))
                    .hasSizeLessThan(6);
        }
    }
}
