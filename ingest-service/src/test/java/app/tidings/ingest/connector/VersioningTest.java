package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersioningTest {

    @ParameterizedTest
    @CsvSource({
        "SEMANTIC, 1.2.3, true",
        "SEMANTIC, 1.2.3+build-7, true",
        "SEMANTIC, 1.2.3-rc.1, false",
        "SEMANTIC, 0.0.0-20261122, false",
        "SEMANTIC, 1.2.3-beta+build, false",
        "MAVEN, 1.0, true",
        "MAVEN, 33.4.0-jre, true",
        "MAVEN, 33.4.0-android, true",
        "MAVEN, 5.6.0.Final, true",
        "MAVEN, 2.0.0.SP1, true",
        "MAVEN, Hoxton.SR12, true",
        "MAVEN, 20261122, true",
        "MAVEN, 1.0-SNAPSHOT, false",
        "MAVEN, 6.0.0-M1, false",
        "MAVEN, 6.0.0.RC2, false",
        "MAVEN, 6.0.0-rc-2, false",
        "MAVEN, 2.0.0.CR1, false",
        "MAVEN, 1.0alpha1, false",
        "MAVEN, 1.0-b2, false",
        "MAVEN, 1.0-beta-3, false",
        "MAVEN, 25-ea+7, false",
        "PEP_440, 1.0, true",
        "PEP_440, 2026.11.22, true",
        "PEP_440, 1.0.post1, true",
        "PEP_440, 1!2.0, true",
        "PEP_440, 1.0+cu118, true",
        "PEP_440, 1.0a1, false",
        "PEP_440, 1.0b2.post3, false",
        "PEP_440, 1.0rc1, false",
        "PEP_440, 1.0-RC.1, false",
        "PEP_440, 1.0c1, false",
        "PEP_440, 1.0.dev20261122, false",
        "PEP_440, 1.0.post1.dev2, false",
    })
    void tellsWhatIsMeantForAll(Versioning versioning, String version, boolean forAll) {
        assertThat(versioning.isWanted(version, null)).isEqualTo(forAll);
        assertThat(versioning.isWanted(version, false)).isEqualTo(forAll);
        assertThat(versioning.isWanted(version, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0/../..", "1.0?a=b", "1 0", "潮", "%2e"})
    void takesNothingThatHasNoPlaceInAnAddress(String version) {
        assertThat(Versioning.SEMANTIC.isWanted(version, true)).isFalse();
    }

    @Test
    void takesNoVersionThatIsTooLong() {
        assertThat(Versioning.MAVEN.isWanted("1".repeat(Versioning.MAX_LENGTH), true))
                .isTrue();
        assertThat(Versioning.MAVEN.isWanted("1".repeat(Versioning.MAX_LENGTH + 1), true))
                .isFalse();
    }
}
