package app.tidings.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.Canary;
import app.tidings.platform.fetch.Body;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileListsTest {

    private static final String LIST = "<opml><body><outline text='&x;' xmlUrl='https://a.example/'/></body></opml>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE opml [<!ENTITY x SYSTEM 'http://127.0.0.1:%d/'>]>",
                "<!DOCTYPE opml [<!ENTITY %% y \"<!ENTITY x 'z'>\"> %%y;]>",
                "<!DOCTYPE opml [<!ENTITY x PUBLIC 'a' 'jar:http://127.0.0.1:%d/!/a'>]>",
            })
    void areRefusedWhereTheyDefineEntitiesAndNothingIsRead(String prologue) {
        try (var canary = new Canary()) {
            assertThat(read(prologue.formatted(canary.port()) + LIST)).isInstanceOf(Opml.Read.NotOpml.class);
            assertThat(canary.callers()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE opml SYSTEM 'http://127.0.0.1:%d/a.dtd'>",
                "<!DOCTYPE opml [<!ENTITY %% y SYSTEM 'http://127.0.0.1:%d/'> %%y;]>",
            })
    void neverReadWhatIsOutsideOfThem(String prologue) {
        try (var canary = new Canary()) {
            assertThat(read(prologue.formatted(canary.port()) + "<opml><body/></opml>"))
                    .isInstanceOf(Opml.Read.Feeds.class);
            assertThat(canary.callers()).isEmpty();
        }
    }

    @Test
    void costLittleHoweverTheyLaughOrNest() {
        var laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE opml [<!ENTITY l0 'lol'>", "]>"));
        var started = System.nanoTime();

        assertThat(read(laughs + LIST.replace("&x;", "&l9;"))).isInstanceOf(Opml.Read.NotOpml.class);
        read("<opml><body>" + "<outline text='a'>".repeat(100_000));
        read("<opml><body>" + "<outline text='a' xmlUrl='https://a.example/'>".repeat(50_000));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    private static Opml.Read read(String document) {
        return Opml.read(Body.of(document.getBytes(UTF_8)));
    }
}
