package app.tidings.render.feed;

import static app.tidings.render.TestManuscripts.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.feed.KeptFeeds.Content;
import app.tidings.render.feed.KeptFeeds.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptFeedsTest {

    private static final Name CHINESE = new Name("weekly", "zh", FeedFormat.RSS);
    private static final Name ENGLISH = new Name("weekly", "en", FeedFormat.RSS);

    private final AtomicInteger written = new AtomicInteger();

    @Test
    void writesAgainWhatIsMadeOfSomethingElse() {
        var kept = new KeptFeeds(1000);

        kept.findOrWrite(CHINESE, madeOf("page-1"), () -> bytes(10));
        kept.findOrWrite(CHINESE, madeOf("page-1"), () -> bytes(10));
        assertThat(written).hasValue(1);
        var second = kept.findOrWrite(CHINESE, madeOf("page-2"), () -> bytes(20));

        assertThat(written).hasValue(2);
        assertThat(second.bytes().capacity()).isEqualTo(20);
    }

    @Test
    void forgetsTheOneThatWasNotAskedForTheLongest() {
        var kept = new KeptFeeds(25);
        var atom = new Name("weekly", "zh", FeedFormat.ATOM);
        kept.findOrWrite(CHINESE, madeOf("page"), () -> bytes(10));
        kept.findOrWrite(ENGLISH, madeOf("page"), () -> bytes(10));
        kept.findOrWrite(CHINESE, madeOf("page"), () -> bytes(10));

        kept.findOrWrite(atom, madeOf("page"), () -> bytes(10));
        assertThat(written).hasValue(3);
        kept.findOrWrite(CHINESE, madeOf("page"), () -> bytes(10));
        assertThat(written).hasValue(3);
        kept.findOrWrite(ENGLISH, madeOf("page"), () -> bytes(10));
        assertThat(written).hasValue(4);
    }

    @Test
    void countsAFeedThatWasWrittenAgainOnce() {
        var kept = new KeptFeeds(25);
        for (var version = 0; version < 10; version++) {
            kept.findOrWrite(CHINESE, madeOf("page-" + version), () -> bytes(10));
        }
        kept.findOrWrite(ENGLISH, madeOf("page"), () -> bytes(10));

        kept.findOrWrite(CHINESE, madeOf("page-9"), () -> bytes(10));

        assertThat(written).hasValue(11);
    }

    @Test
    void keepsOneThatIsTooLargeUntilTheNext() {
        var kept = new KeptFeeds(5);

        kept.findOrWrite(CHINESE, madeOf("page"), () -> bytes(10));
        kept.findOrWrite(CHINESE, madeOf("page"), () -> bytes(10));

        assertThat(written).hasValue(1);
    }

    @Test
    void writesOnceForAllWhoAskMeanwhile() throws Exception {
        var kept = new KeptFeeds(1000);
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = readers.submit(() -> kept.findOrWrite(CHINESE, madeOf("page"), () -> {
                begun.countDown();
                awaitQuietly(go);
                return bytes(10);
            }));
            begun.await();
            var second = readers.submit(() -> kept.findOrWrite(CHINESE, madeOf("page"), () -> bytes(10)));
            go.countDown();

            assertThat(second.get(10, TimeUnit.SECONDS)).isSameAs(first.get(10, TimeUnit.SECONDS));
        }
        assertThat(written).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(int length) {
        written.incrementAndGet();
        return new byte[length];
    }

    private static Content madeOf(String page) {
        var issue = new Issue(1, "#1", LocalDate.of(2026, 11, 21), "weekly:1:zh:full", 1, page, "md", null);
        return new Content(aProfile(), List.of(issue));
    }
}
