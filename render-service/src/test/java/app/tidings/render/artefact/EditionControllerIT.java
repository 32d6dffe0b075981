package app.tidings.render.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.render.RenderTest;
import app.tidings.render.artefact.StandingEdition.Heading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EditionControllerIT extends RenderTest {

    private static final String LIST = "/api/v1/editions?publication=";
    private static final int ISSUES = 67;
    private static final List<String> FAMILIES = List.of("en:full", "zh:full", "zh:teaser");

    @Autowired
    Editions editions;

    @Test
    void listsEveryEditionOnceNewestFirstOverPagesThatEndInTheMiddleOfAnIssue() {
        var ids = expect("every-weekly");

        var listed = new ArrayList<String>();
        var page = read(LIST + "every-weekly");
        while (!page.path("next").isNull()) {
            listed.addAll(ids(page));
            page = read(LIST + "every-weekly&cursor="
                    + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8));
        }
        listed.addAll(ids(page));

        assertThat(listed).isEqualTo(ids);
    }

    @Test
    void refusesWhatItCannotAnswerAndSaysWhy() {
        assertThat(api("/api/v1/editions").status()).isEqualTo(400);
        assertThat(api("/api/v1/editions/nobody").status()).isEqualTo(404);
        for (var cursor : List.of("x", ":", "2", "99999999999", "-1:id", "1%00")) {
            var answer = api(LIST + "tidings-weekly&cursor=" + cursor);
            assertThat(answer.status()).as(cursor).isEqualTo(400);
        }
        assertThat(api(LIST + "tidings-weekly&cursor=x").body()).contains("cursor is not what a page names as next");
    }

    /** The ids in the order in which they are to be listed. */
    private List<String> expect(String publication) {
        var ids = new ArrayList<String>();
        for (int number = ISSUES; number > 0; number--) {
            for (var family : FAMILIES) {
                var issue = publication + ":" + number;
                var language = family.substring(0, 2);
                var access = family.substring(3);
                var heading =
                        new Heading(publication, issue, number, language, access, "t", LocalDate.of(2026, 11, 21));
                editions.expect(issue + ":" + family, heading, 1);
                ids.add(issue + ":" + family);
            }
        }
        return ids;
    }

    private JsonNode read(String path) {
        var answer = api(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("editions")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }
}
