package app.tidings.curation.summary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tidings.curation.AtOnce;
import app.tidings.curation.CurationTest;
import app.tidings.curation.PageServer.Route;
import app.tidings.curation.summary.Summarizer;
import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.curation.summary.Summarizer.Summary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas that share a store, on days of their own. */
class ModelSummarizerIT extends CurationTest {

    private static final String ANSWER = "{\"summary\": \"The queue writes each message to disk twice.\"}";
    private static final AtomicInteger YEAR = new AtomicInteger(3000);

    private final String endpoint = "/" + UUID.randomUUID();
    private final String path = endpoint + "/chat/completions";
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("%d-03-01T23:59:00Z".formatted(YEAR.incrementAndGet()));

    @BeforeEach
    void answer() {
        WEB.on(path, StandInModel.says(ANSWER));
    }

    private Models replica(String model, int dailyCalls, Map<String, Map<String, String>> prompts) {
        var settings = new ModelSettings(
                URI.create(WEB.url(endpoint)),
                model,
                null,
                Duration.ofSeconds(5),
                dailyCalls,
                1,
                Duration.ofSeconds(1),
                prompts);
        return new Models(settings, new ModelStore(database), () -> now, meters);
    }

    private Summarizer replica(int dailyCalls) {
        return replica("one", dailyCalls, Map.of()).of("weekly", "en");
    }

    private static Reading aReading() {
        return new Reading("A fast queue", "The queue writes each message to disk twice. " + UUID.randomUUID());
    }

    /** What it says, or why it says nothing for now. */
    private static Object outcome(Summarizer summarizer) {
        try {
            return summarizer.summary(aReading()).map(Summary::text).orElse("");
        } catch (NotNow later) {
            return later.pause();
        }
    }

    @Test
    void asksNoMoreThanTheDaysBudgetHoweverManyReplicasThereAre() throws Exception {
        var one = replica(3);
        var two = replica(3);

        var outcomes = Stream.of(AtOnce.run(4, () -> outcome(one)), AtOnce.run(4, () -> outcome(two)))
                .flatMap(List::stream)
                .toList();

        assertThat(outcomes).filteredOn(String.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(Duration.class::isInstance).hasSize(5).containsOnly(Duration.ofMinutes(1));
        assertThat(WEB.askedFor(path)).isEqualTo(3);
        assertThat(meters.counter("tidings.model.fallbacks", "reason", "budget").count())
                .isEqualTo(5);

        now = now.plusSeconds(59);
        assertThat(outcome(two)).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(outcome(one)).isInstanceOf(String.class);
        assertThat(outcome(two)).isInstanceOf(String.class);
    }

    @Test
    void asksOnceAboutTheSameText() {
        var reading = aReading();

        var first = replica(1).summary(reading);
        var second = replica(1).summary(reading);
        var elsewhere = replica("one", 1, Map.of()).of("another", "en").summary(reading);

        assertThat(first).isPresent().isEqualTo(second).isEqualTo(elsewhere);
        assertThat(WEB.askedFor(path)).isEqualTo(1);
    }

    @Test
    void asksAgainWhereTextPromptModelOrLanguageIsAnother() {
        var reading = aReading();
        replica(9).summary(reading);

        replica("two", 9, Map.of()).of("weekly", "en").summary(reading);
        assertThat(WEB.askedFor(path)).isEqualTo(2);
        var prompted = Map.of("weekly", Map.of("en", "Be brief."));
        replica("one", 9, prompted).of("weekly", "en").summary(reading);
        assertThat(WEB.askedFor(path)).isEqualTo(3);
        replica("one", 9, prompted).of("weekly", "zh").summary(reading);
        assertThat(WEB.askedFor(path)).isEqualTo(4);
        replica(9).summary(new Reading("A slow queue", reading.text()));
        assertThat(WEB.askedFor(path)).isEqualTo(5);
        replica("one", 9, prompted).of("another", "en").summary(reading); // its own prompt is what it was
        assertThat(WEB.askedFor(path)).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource
    void remembersNoFault(Route fault, String reason) {
        WEB.on(path, fault);
        var reading = aReading();
        var summarizer = replica(9);

        assertThat(attempt(summarizer, reading)).isEmpty();
        assertThat(meters.counter("tidings.model.fallbacks", "reason", reason).count())
                .isEqualTo(1);

        answer();
        assertThat(attempt(summarizer, reading)).isPresent();
    }

    static Stream<Arguments> remembersNoFault() {
        return Stream.of(
                Arguments.of(StandInModel.fails(429, ""), "status-429"),
                Arguments.of(StandInModel.fails(500, ""), "status-500"),
                Arguments.of(StandInModel.fails(401, ""), "status-401"),
                Arguments.of(StandInModel.breaksOff(), "io"),
                Arguments.of(StandInModel.streamsAndBreaksOff(), "io"),
                Arguments.of(StandInModel.cutsOff("{\"summary\": \"The queue"), "cut-off"),
                Arguments.of(StandInModel.says("{\"summary\": \"The queue writes each mess"), "garbage"));
    }

    private static Optional<Summary> attempt(Summarizer summarizer, Reading reading) {
        try {
            return summarizer.summary(reading);
        } catch (NotNow _) {
            return Optional.empty();
        }
    }

    @Test
    void asksNothingElseWhileTheModelWantsToBeLeftAlone() {
        WEB.on(path, StandInModel.fails(429, "120"));
        var summarizer = replica(9);
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> summarizer.summary(aReading()))
                .returns(Duration.ofMinutes(2), NotNow::pause)
                .returns(true, NotNow::asked);
        answer();

        now = now.plusSeconds(119);
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> summarizer.summary(aReading()))
                .withMessage("left-alone")
                .returns(Duration.ofSeconds(1), NotNow::pause)
                .returns(false, NotNow::asked);
        assertThat(WEB.askedFor(path)).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(summarizer.summary(aReading())).isPresent();
    }
}
