package app.tidings.notify.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.TestStore;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsIT {

    private static final String LIST = Lists.id("weekly", "zh");

    private final Lists lists = new Lists(TestStore.freshDatabase());

    @Test
    void givesSixtyFourPlacesOnEachPageHoweverManyAskAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 130)
                    .<Callable<Integer>>mapToObj(i -> () -> lists.reserve(LIST))
                    .toList();
            var pages = threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

            assertThat(pages).containsEntry(1, 64L).containsEntry(2, 64L).containsEntry(3, 2L);
        }
        assertThat(lists.pages(LIST)).isEqualTo(3);
    }

    @Test
    void entersASubscriberOnceHoweverOftenItIsRepeated() {
        var page = lists.reserve(LIST);

        lists.enter(LIST, page, "ada");
        lists.enter(LIST, page, "ada");

        assertThat(lists.readers(LIST, page)).containsExactly("ada");
    }

    @Test
    void isEmptyBeforeAnybodyCame() {
        assertThat(lists.pages(LIST)).isZero();
        assertThat(lists.readers(LIST, 1)).isEmpty();
    }

    @Test
    void knowsTheLanguageOfAListOfAPublication() {
        assertThat(Lists.languageOf(LIST, "weekly")).isEqualTo("zh");
        assertThat(Lists.languageOf(LIST, "week")).isEmpty();
    }
}
