package app.tidings.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the text; {@code JAZZER_FUZZ=1} searches for one, and without it the texts that are kept are tried. */
class CanonicalUrlFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void standsForItselfAndNamesOneHost(FuzzedDataProvider data) {
        var shown = data.consumeRemainingAsString();
        if (CanonicalUrl.of(shown) instanceof Canonical.Valid(var url)) {
            assertThat(CanonicalUrl.of(url.toString())).isEqualTo(new Canonical.Valid(url));
            assertThat(HttpUrl.parse(url.toString()))
                    .isInstanceOfSatisfying(
                            HttpUrl.Parsed.Good.class,
                            good -> assertThat(good.url().host().inAuthority()).isEqualTo(url.getHost()));
        }
        if (CanonicalUrl.clean(shown) instanceof Canonical.Valid(var clean)) {
            assertThat(CanonicalUrl.of(clean.toString())).isEqualTo(CanonicalUrl.of(shown));
        }
    }
}
