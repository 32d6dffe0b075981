package app.tidings.platform.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of addresses at well-known sites: {@code =} says that they are one page, {@code <>} that they are two. */
class SamePagesTest {

    static Stream<String> pairs() throws IOException {
        return lines(SamePagesTest.class, "same-pages.txt").filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void judgesAsPeopleDo(String pair) {
        var sides = pair.split(" (?:=|<>) ", -1);
        var one = CanonicalUrl.of(sides[0]);
        var other = CanonicalUrl.of(sides[1]);

        assertThat(one).isInstanceOf(Canonical.Valid.class);
        assertThat(other).isInstanceOf(Canonical.Valid.class);
        assertThat(one.equals(other)).isEqualTo(pair.contains(" = "));
        assertThat(CanonicalUrl.of(((Canonical.Valid) one).url().toString())).isEqualTo(one);
        assertThat(CanonicalUrl.of(((Canonical.Valid) other).url().toString())).isEqualTo(other);
    }

    @Test
    void hasAPairForEachRule() throws IOException {
        Set<String> untried = new TreeSet<>(lines(Sites.class, "sites.txt")
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", -1)[1])
                .toList());

        pairs().flatMap(pair -> Stream.of(pair.split(" (?:=|<>) ", -1)))
                .map(SamePagesTest::page)
                .forEach(page -> untried.removeIf(page::matches));

        assertThat(untried).isEmpty();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "TIDINGS_CORPUS", matches = ".+")
    void judgesTheSampleAsItsMakersDo() throws IOException {
        var sample = Path.of(System.getenv("TIDINGS_CORPUS"), "url", "vectors-sample.tsv");
        for (var line :
                Files.readAllLines(sample).subList(1, Files.readAllLines(sample).size())) {
            var columns = line.split("\t", -1);
            var one = CanonicalUrl.of(columns[1]);
            switch (columns[0]) {
                case "equal" -> assertThat(one).isEqualTo(CanonicalUrl.of(columns[2]));
                case "differ" -> assertThat(one).isNotEqualTo(CanonicalUrl.of(columns[2]));
                default -> assertThat(one).isInstanceOf(Canonical.Refused.class);
            }
        }
    }

    private static String page(String shown) {
        var url = good(shown);
        return url.host().name().replaceFirst("^(?:www|m|mobile|amp)\\.", "")
                + url.path().replaceFirst("(.)/$", "$1");
    }

    private static HttpUrl good(String text) {
        return ((HttpUrl.Parsed.Good) HttpUrl.parse(text)).url();
    }

    private static Stream<String> lines(Class<?> beside, String name) throws IOException {
        try (var file = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), UTF_8).lines();
        }
    }
}
