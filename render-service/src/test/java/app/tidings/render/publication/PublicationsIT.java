package app.tidings.render.publication;

import static app.tidings.render.TestManuscripts.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Profile;
import app.tidings.platform.testing.TestProfiles;
import app.tidings.platform.testing.TestStore;
import org.junit.jupiter.api.Test;

class PublicationsIT {

    private final Publications publications = new Publications(TestStore.freshDatabase());

    @Test
    void giveBackTheProfileAsItCame() {
        publications.keepNewest(aProfile());

        assertThat(publications.find("tidings-weekly")).contains(aProfile());
        assertThat(publications.all()).containsExactly(aProfile());
    }

    @Test
    void keepTheNewestWhateverTheOrder() {
        publications.keepNewest(named("new", 5));
        publications.keepNewest(named("old", 4));

        assertThat(publications.find("tidings-weekly")).contains(named("new", 5));

        publications.keepNewest(named("newer", 6));

        assertThat(publications.find("tidings-weekly")).contains(named("newer", 6));
    }

    private static Profile named(String name, long version) {
        return TestProfiles.named(aProfile(), version, name);
    }
}
