package app.tidings.curation.item;

import static app.tidings.curation.TestLinks.NOW;
import static app.tidings.curation.item.TestItems.anItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.Ids;
import app.tidings.contracts.ItemEvent;
import app.tidings.curation.AtOnce;
import app.tidings.curation.CurationTest;
import app.tidings.curation.item.Items.Query;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.platform.testing.ReadTopic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ItemsIT extends CurationTest {

    @Autowired
    private Items items;

    @Test
    void keepsTheFirstOfTwoThatComeAtOnce() throws Exception {
        var url = anItem().build().url().toString();

        var standing = AtOnce.run(8, () -> items.keepFirst(anItem(url).build()));

        assertThat(new HashSet<>(standing)).hasSize(1);
    }

    @Test
    void goesThroughAllItemsOfAPublicationAndThroughNoOthers() {
        var publication = "each-" + UUID.randomUUID();
        var stored =
                IntStream.range(0, 501).mapToObj(i -> keepOf(publication, i)).collect(Collectors.toSet());
        keepOf(publication + "-2", 1);
        var found = new ArrayList<String>();

        items.each(publication, item -> found.add(item.id()));

        assertThat(found).isSorted().hasSize(501).hasSameElementsAs(stored);
    }

    private String keepOf(String publication, int number) {
        var like = anItem().build();
        var id = Ids.link(publication, "https://a.example/" + number);
        return items.keepFirst(Item.takenIn(id, like.url(), like.sighted(), NOW))
                .id();
    }

    @Test
    void givesBackWhatWasStored() {
        var item = anItem().enriched("zh", "摘要。")
                .written("zh", "标题", "评论")
                .creditedTo("Ada")
                .placedIn("tidings-weekly:01", "articles")
                .build();

        items.keepFirst(item);

        assertThat(items.find(item.id())).hasValue(item);
    }

    @Test
    void letsOneOfTwoStepsWinAndTellsOnce() throws Exception {
        var item = items.keepFirst(anItem().build());

        var steps = AtOnce.run(
                8,
                () -> items.takeStep(item.id(), each -> TriagePolicy.shortlist(each, NOW))
                        .orElseThrow());

        assertThat(steps).filteredOn(Changed.class::isInstance).hasSize(1);
        assertThat(steps).filteredOn(Unchanged.class::isInstance).hasSize(7);
        assertThat(items.find(item.id()).orElseThrow().version()).isEqualTo(2);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(ReadTopic.events(ItemEvent.TOPIC, item.id())).hasSize(1));
    }

    @Test
    void asksTheRuleAgainWhereTheItemWasWrittenSinceItWasRead() throws Exception {
        var item = items.keepFirst(anItem().build());

        var steps = AtOnce.run(8, () -> items.takeStep(item, each -> TriagePolicy.shortlist(each, NOW)));

        assertThat(steps).filteredOn(Changed.class::isInstance).hasSize(1);
        assertThat(steps).filteredOn(Unchanged.class::isInstance).hasSize(7);
        assertThat(items.find(item.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void replacesNothingThatWasWrittenSince() {
        var item = items.keepFirst(anItem().build());
        var changed = (Changed) TriagePolicy.shortlist(item, NOW);
        var event = Objects.requireNonNull(changed.event());

        assertThat(items.replaceIfVersion(changed.item(), event)).isTrue();
        assertThat(items.replaceIfVersion(changed.item(), event)).isFalse();
    }

    @Test
    void pagesThroughTheItemsOfAPublicationAndState() {
        var stored = IntStream.range(0, 5)
                .mapToObj(
                        each -> items.keepFirst(anItem().in(ItemState.PUBLISHED).build())
                                .id())
                .toList();
        var seen = new HashSet<String>();

        String after = null;
        do {
            var page = items.page(new Query("tidings-weekly", Set.of(ItemState.PUBLISHED), after, 2));
            page.forEach(each -> assertThat(seen.add(each.id())).isTrue());
            after = page.size() < 2 ? null : page.getLast().id();
        } while (after != null);

        assertThat(seen).containsAll(stored);
        assertThat(items.page(new Query("tidings", Set.of(), null, 10))).isEmpty();
    }
}
