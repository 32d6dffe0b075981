package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            <ttl>60</ttl>                                                                              | 60
            <ttl> 90 </ttl><sy:updatePeriod>hourly</sy:updatePeriod>                                   | 90
            <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>          | 360
            <sy:updatePeriod>Weekly</sy:updatePeriod>                                                  | 10080
            <sy:updatePeriod>yearly</sy:updatePeriod>                                                  | 10080
            <sy:updatePeriod>sometimes</sy:updatePeriod>                                               | -
            <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>         | 60
            <ttl>0</ttl>                                                                               | -
            <ttl>soon</ttl>                                                                            | -
            <item><ttl>60</ttl></item>                                                                 | -
            """)
    void readsTheLeastBetweenTwoLooks(String channel, @Nullable Integer minutes) {
        assertThat(of(channel).minutes()).isEqualTo(minutes);
    }

    @Test
    void readsTheHoursAndDaysToSkip() {
        var said = of("""
                <skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour><hour>x</hour></skipHours>
                <skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays><hour>9</hour>""");

        assertThat(said.skipHours()).containsExactlyInAnyOrder(0, 7);
        assertThat(said.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void doesNotBelieveThatItIsNeverToBeLookedAt() {
        var hours =
                IntStream.range(0, 24).mapToObj("<hour>%d</hour>"::formatted).collect(Collectors.joining());

        assertThat(of("<skipHours>" + hours + "</skipHours>")).isEqualTo(Schedule.NONE);
    }

    @Test
    void findsTheFirstHourThatIsNotSkipped() {
        var schedule = new Schedule(null, Set.of(22, 23, 0), Set.of(DayOfWeek.SATURDAY));

        assertThat(schedule.firstAllowed(Instant.parse("2026-11-20T21:59:00Z"))).isEqualTo("2026-11-20T21:59:00Z");
        assertThat(schedule.firstAllowed(Instant.parse("2026-11-20T22:01:00Z"))).isEqualTo("2026-11-22T01:00:00Z");
    }

    private static Schedule of(String channel) {
        return Schedule.of(("<rss><channel>" + channel + "<item/></channel></rss>").getBytes(UTF_8));
    }
}
