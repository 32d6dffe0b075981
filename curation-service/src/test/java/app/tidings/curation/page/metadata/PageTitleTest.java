package app.tidings.curation.page.metadata;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTitleTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {" ", "|", "a|", "::", "-- ", " - ", "\u3000", "a b", "网-"})
    void readsATitleOfAMillionSignsAsFastAsAny(String sign) {
        var signs = sign.repeat(MILLION / sign.length());
        var page = page("<meta property=\"og:title\" content=\"a%1$sb\"><h1>%1$s</h1>".formatted(signs));

        var metadata = assertTimeoutPreemptively(SOON, () -> Metadata.of(page));

        assertThat(Objects.requireNonNullElse(metadata.title(), "")).hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The   headline - Notes", "  The headline\n|\tNotes  "})
    void cutsOffTheSiteHoweverTheTitleIsSpaced(String title) {
        var page = page("<meta property=og:site_name content=Notes><title>%s</title>".formatted(title));

        assertThat(Metadata.of(page).title()).isEqualTo("The headline");
    }
}
