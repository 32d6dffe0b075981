package app.tidings.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.testing.HouseRules.PlugIns;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Each rule fails on the class that was made to break it, so none of them passes because it matches nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class HouseRulesTest {

    private static final String BROKEN = "app.tidings.platform.broken";

    private final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

    @Test
    void findMessagingOutsideOfStreams() {
        assertFails(HouseRules.messagingOnlyInStreams(), "PublishesByItself");
    }

    @Test
    void findQueriesOutsideOfCollections() {
        assertFails(HouseRules.mongoOnlyInCollections(), "QueriesWithoutACollection");
    }

    @Test
    void findHttpUnderAnotherName() {
        assertFails(HouseRules.webOnlyInControllersAndClients(), "AnswersHttpUnderAnotherName");
    }

    @Test
    void findAClientPastTheSafeFetcher() {
        Stream.of("FetchesPastTheGuard", "ConnectsWithJsoup", "ReadsAnAddress")
                .forEach(culprit -> assertFails(HouseRules.noOutboundHttpButTheSafeFetcher(), culprit));
    }

    @Test
    void findASocket() {
        assertFails(HouseRules.noSockets(), "ConnectsByItself");
    }

    @Test
    void findYaml() {
        assertFails(HouseRules.noYaml(), "ReadsYaml");
    }

    @Test
    void holdThePlatformToTheOneWayOut() {
        var platform = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.tidings.platform");

        HouseRules.noOutboundHttpButTheSafeFetcher().check(platform);
        HouseRules.noSockets().check(platform);
    }

    @Test
    void findABannedEnding() {
        assertFails(HouseRules.noBannedEndings(), "ItemManager");
    }

    @Test
    void findAPackageThatGrewTooLarge() {
        var rule = HouseRules.packagesStaySmall(PlugIns.in());

        assertThat(rule.evaluate(new ClassFileImporter().importPackages("java.util.function"))
                        .hasViolation())
                .isTrue();
        assertThat(rule.evaluate(broken).hasViolation()).isFalse();
    }

    @Test
    void findFeaturesThatNeedEachOther() {
        assertFails(HouseRules.featuresWithoutCycles(BROKEN), "Hen");
    }

    @Test
    void areAllAppliedByTheCheck() {
        var failing = HouseRules.rules(BROKEN, PlugIns.in()).stream()
                .filter(rule -> rule.evaluate(broken).hasViolation())
                .toList();

        assertThat(failing).hasSize(HouseRules.rules(BROKEN, PlugIns.in()).size() - 1); // the packages are small
    }

    private void assertFails(ArchRule rule, String culprit) {
        var result = rule.evaluate(broken);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(culprit);
    }
}
