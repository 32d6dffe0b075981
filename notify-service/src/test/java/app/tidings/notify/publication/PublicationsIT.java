package app.tidings.notify.publication;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Profile;
import app.tidings.notify.TestEditions;
import app.tidings.platform.testing.TestProfiles;
import app.tidings.platform.testing.TestStore;
import org.junit.jupiter.api.Test;

class PublicationsIT {

    private final Publications publications = new Publications(TestStore.freshDatabase());

    @Test
    void keepsTheNewestProfileInWhateverOrderTheyCome() {
        assertThat(publications.keepNewest(version(2, "Second"))).isTrue();
        assertThat(publications.keepNewest(version(1, "First"))).isFalse();
        assertThat(publications.keepNewest(version(2, "Second again"))).isFalse();

        assertThat(publications.find("weekly")).contains(version(2, "Second"));
        assertThat(publications.keepNewest(version(3, "Third"))).isTrue();
        assertThat(publications.all()).containsExactly(version(3, "Third"));
    }

    private static Profile version(long version, String name) {
        return TestProfiles.named(TestEditions.aProfile("weekly"), version, name);
    }
}
