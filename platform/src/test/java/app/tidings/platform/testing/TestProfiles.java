package app.tidings.platform.testing;

import app.tidings.contracts.Profile;
import java.util.Map;

/** Profiles that differ from one that is there in what a test is about. */
public final class TestProfiles {

    private TestProfiles() {}

    /** The profile as it is in this version, under this Chinese name. */
    public static Profile named(Profile profile, long version, String name) {
        return new Profile(
                profile.publicationId(),
                version,
                Map.of("zh", name),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.titlePattern(),
                profile.sections(),
                profile.editions(),
                profile.style(),
                profile.imprint());
    }
}
