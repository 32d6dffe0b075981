package app.tidings.curation.approval;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.AtOnce;
import app.tidings.platform.testing.TestStore;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssueNumbersIT {

    private final IssueNumbers numbers = new IssueNumbers(TestStore.freshDatabase());

    @Test
    void givesEachIssueTheNextNumberWithoutAGap() throws Exception {
        List<Callable<Integer>> takers = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(each -> () -> numbers.takeOnce("weekly", "weekly:" + each))
                .toList();

        assertThat(AtOnce.run(takers))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void givesAnIssueOneNumberHoweverOftenItAsks() throws Exception {
        assertThat(AtOnce.run(8, () -> numbers.takeOnce("weekly", "weekly:01"))).containsOnly(1);
        assertThat(numbers.takeOnce("weekly", "weekly:02")).isEqualTo(2);
    }

    @Test
    void countsEachPublicationByItself() {
        assertThat(numbers.takeOnce("weekly", "weekly:01")).isEqualTo(1);
        assertThat(numbers.takeOnce("monthly", "monthly:01")).isEqualTo(1);
    }
}
