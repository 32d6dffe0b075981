package app.tidings.ingest.poll;

import static app.tidings.ingest.source.TestSources.NOW;
import static app.tidings.ingest.source.TestSources.aSource;
import static app.tidings.ingest.source.TestSources.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.ingest.source.Standing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowSourceTest {

    private static final URI THERE = URI.create("https://new.example/feed.xml");

    private final Source source = aSource("https://old.example/feed.xml");

    /** How a source stands after polls at these times that all were sent to the same place for good. */
    private PollState moved(URI to, Instant... polls) {
        var state = unchanged(source, polls[0]);
        for (var poll : polls) {
            state = state.with(state.watch().movedTo(to, poll));
        }
        return state;
    }

    @Test
    void takesTheNewAddressAfterThreePolls() {
        assertThat(FollowSource.found(source, moved(THERE, NOW, NOW), NOW)).isEmpty();
        assertThat(FollowSource.found(source, moved(THERE, NOW, NOW, NOW), NOW))
                .contains(source.settings().withConnector(new FeedSettings(THERE)));
    }

    @Test
    void takesTheNewAddressAfterADay() {
        var dayLater = NOW.plus(Duration.ofDays(1));

        assertThat(FollowSource.found(source, moved(THERE, NOW), dayLater.minusMillis(1)))
                .isEmpty();
        assertThat(FollowSource.found(source, moved(THERE, NOW), dayLater)).isPresent();
    }

    @Test
    void beginsAnewWhereTheMoveIsTakenBackOrLeadsElsewhere() {
        var state = moved(THERE, NOW, NOW);

        var elsewhere = state.with(state.watch().movedTo(URI.create("https://other.example/"), NOW));
        var back = state.with(state.watch().movedTo(null, NOW));

        assertThat(FollowSource.found(source, elsewhere, NOW)).isEmpty();
        assertThat(FollowSource.found(source, back, NOW.plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    void keepsTheAddressWhereASecretWouldBeShownToAnotherHost() {
        var secret = settings(new RequestSettings(Map.of(), "sid=1", null, null));
        var plain = settings(new RequestSettings(Map.of("accept-language", "zh"), null, null, null));
        var sameHost = URI.create("https://old.example/other.xml");

        assertThat(FollowSource.found(of(secret), moved(THERE, NOW, NOW, NOW), NOW))
                .isEmpty();
        assertThat(FollowSource.found(of(plain), moved(THERE, NOW, NOW, NOW), NOW))
                .isPresent();
        var inClear = URI.create("http://old.example/other.xml");
        assertThat(FollowSource.found(of(secret), moved(inClear, NOW, NOW, NOW), NOW))
                .isEmpty();
        assertThat(FollowSource.found(of(secret), moved(sameHost, NOW, NOW, NOW), NOW))
                .isPresent();
    }

    private static Source of(SourceSettings settings) {
        return aSource("weekly", settings);
    }

    private SourceSettings settings(RequestSettings request) {
        return source.settings().withRequest(request);
    }

    @Test
    void pausesWhatIsGone() {
        var gone = source.poll().failed(new Outcome.Failed(NOW, "http-410", "gone"));
        var missing = source.poll().failed(new Outcome.Failed(NOW, "http-404", "gone"));

        assertThat(FollowSource.found(source, gone, NOW).map(SourceSettings::standing))
                .contains(new Standing.Paused("gone (410): its server says that there will be nothing any more"));
        assertThat(FollowSource.found(source, missing, NOW)).isEqualTo(Optional.empty());
    }
}
