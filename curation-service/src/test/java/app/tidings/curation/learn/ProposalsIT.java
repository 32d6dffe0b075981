package app.tidings.curation.learn;

import static app.tidings.curation.item.TestItems.anItem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Items;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

class ProposalsIT extends CurationTest {

    @Autowired
    private Items items;

    @Autowired
    private LearnTastes learnTastes;

    private final String host = "https://" + UUID.randomUUID() + ".example/";
    private CurationApi api;

    @BeforeEach
    void connect() {
        api = new CurationApi(api());
    }

    /** An issue of the past with a dozen podcasts of one host. */
    private void somePodcastsRan() {
        var number = ThreadLocalRandom.current().nextInt(10_000, 90_000);
        var entries = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "%d、[灯塔之声%d](%s%d)\n\n听听。\n".formatted(i, i, host, i))
                .collect(Collectors.joining("\n"));
        api().post()
                .uri(
                        "/api/v1/issues/imports?publication={publication}&file=2023-05-13-weekly.md",
                        TestLinks.PUBLICATION)
                .contentType(MediaType.parseMediaType("text/markdown;charset=utf-8"))
                .body("# 潮汐周刊#%d：灯塔\n\n## 🐢播客&视频\n\n%s".formatted(number, entries))
                .exchange()
                .expectStatus()
                .isOk();
        var last = Ids.link(TestLinks.PUBLICATION, host + 12);
        await().atMost(LONG).until(() -> api.item(last).get("state"), "PUBLISHED"::equals);
    }

    @Test
    void proposesASectionAndAScoreWithReasons() {
        somePodcastsRan();
        var candidate = items.keepFirst(anItem(host + "new").build());

        learnTastes.run();

        var proposal = requireNonNull((Map<?, ?>) api.item(candidate.id()).get("proposal"));
        assertThat(requireNonNull((Map<?, ?>) proposal.get("section")).get("id"))
                .isEqualTo("audio");
        assertThat((int) requireNonNull(proposal.get("score"))).isBetween(0, 100);
        assertThat(requireNonNull((List<?>) proposal.get("reasons")).getFirst())
                .isEqualTo(Map.of("reason", "to begin with", "points", 50));
    }

    @Test
    void proposesNothingOfWhatIsDecided() {
        var declined = items.keepFirst(anItem().in(ItemState.DECLINED).build());

        learnTastes.run();

        assertThat(api.item(declined.id()).get("proposal")).isNull();
    }
}
