package app.tidings.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house that each service's classes are held against; the name of a type tells its technology. */
public final class HouseRules {

    private static final String BANNED_ENDINGS =
            ".*(Impl|Service|Manager|Helper|Helpers|Util|Utils|Dto|DTO|Entity|Base)|Abstract.*";
    private static final int MAX_FILES_A_PACKAGE = 12;

    private HouseRules() {}

    /** Checks the main classes below the package; throws with every violation. */
    public static void check(String packageRoot, PlugIns plugIns) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageRoot);
        rules(packageRoot, plugIns).forEach(rule -> rule.check(classes));
    }

    /** Packages that may hold more files than others, because each file is one plug-in. */
    public record PlugIns(List<String> packages) {

        /** Names them. */
        public static PlugIns in(String... packages) {
            return new PlugIns(List.of(packages));
        }
    }

    static List<ArchRule> rules(String packageRoot, PlugIns plugIns) {
        return List.of(
                messagingOnlyInStreams(),
                mongoOnlyInCollections(),
                webOnlyInControllersAndClients(),
                noOutboundHttpButTheSafeFetcher(),
                noSockets(),
                noYaml(),
                noBannedEndings(),
                packagesStaySmall(plugIns),
                featuresWithoutCycles(packageRoot));
    }

    static ArchRule messagingOnlyInStreams() {
        return noClasses()
                .that(not(outermostEndsWith("Stream")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.cloud.stream..",
                        "org.springframework.messaging..",
                        "org.springframework.kafka..",
                        "org.apache.kafka.."))
                .because("only *Stream handles messages, and only the platform's relay publishes");
    }

    static ArchRule mongoOnlyInCollections() {
        return noClasses()
                .that(not(describe("hold a MongoCollection", HouseRules::holdsCollection)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson.."))
                .because("only types that hold a collection speak to MongoDB");
    }

    static ArchRule webOnlyInControllersAndClients() {
        return noClasses()
                .that(not(outermostEndsWith("Controller", "Client", "Application")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.web..", "org.springframework.http..", "jakarta.servlet.."))
                .because("HTTP comes in through *Controller and goes out through *Client");
    }

    static ArchRule noOutboundHttpButTheSafeFetcher() {
        return strangers()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.hc..", "okhttp3.."))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(URL|(Http)?URLConnection)|org\\.jsoup\\.Connection"
                        + "|org\\.springframework\\.web\\.client\\.Rest(Client|Template).*")
                .orShould()
                .callMethod(URI.class, "toURL")
                .because("every request to an address that is not the operator's goes through the safe fetcher");
    }

    static ArchRule noSockets() {
        return strangers()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(Server|Datagram|Multicast)?Socket"
                                + "|java\\.nio\\.channels\\.\\w*(Socket|Datagram)Channel|javax\\.net\\.\\w*\\.?\\w*Socket(Factory)?")
                .because(
                        "a connection of any kind to an address that is not the operator's is the safe fetcher's alone");
    }

    static ArchRule noYaml() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.yaml..", "org.snakeyaml..", "tools.jackson.dataformat.yaml.."))
                .because(
                        "YAML can name types to be made; what comes from outside is JSON, and settings are Spring's to read");
    }

    /**
     * Checks that the way out is guarded in a service: among its test classes is one, in the package {@code broken}, that goes
     * past the safe fetcher, and it must be found as it would be among its main classes.
     */
    public static void checkThatAWayOutIsNoticed(String packageRoot) {
        var broken = new ClassFileImporter().importPackages(packageRoot + ".broken");
        for (var rule : List.of(noOutboundHttpButTheSafeFetcher(), noSockets())) {
            if (!rule.evaluate(broken).hasViolation()) {
                throw new AssertionError("%s.broken breaks no rule: %s".formatted(packageRoot, rule.getDescription()));
            }
        }
    }

    /** All but the safe fetcher itself and those few that call only addresses which the operator configured. */
    private static GivenClassesConjunction strangers() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("app.tidings.platform.fetch..")
                .and()
                .haveNameNotMatching(
                        "app\\.tidings\\.(notify\\.channel\\.Smtp\\w+|curation\\.summary\\.model\\.ModelClient|platform\\.access\\.SignedTokenDecoder)(\\$.*)?");
    }

    static ArchRule noBannedEndings() {
        return classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*\\.(" + BANNED_ENDINGS + ")")
                .because("a name says what a thing is, not that it is one");
    }

    static ArchRule packagesStaySmall(PlugIns plugIns) {
        return classes()
                .that()
                .areTopLevelClasses()
                .should(new PackageOfAtMost(MAX_FILES_A_PACKAGE, plugIns))
                .because("at 13 files a feature is split by feature");
    }

    static ArchRule featuresWithoutCycles(String packageRoot) {
        return slices().matching(packageRoot + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static boolean holdsCollection(JavaClass type) {
        return Stream.iterate(
                        Optional.of(type), Optional::isPresent, each -> each.flatMap(JavaClass::getEnclosingClass))
                .flatMap(Optional::stream)
                .flatMap(each -> each.getFields().stream())
                .anyMatch(field -> field.getRawType().isEquivalentTo(MongoCollection.class));
    }

    private static DescribedPredicate<JavaClass> outermostEndsWith(String... endings) {
        return describe("end with " + String.join(", ", endings), type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return Arrays.stream(endings).anyMatch(outermost.getSimpleName()::endsWith);
        });
    }

    private static final class PackageOfAtMost extends ArchCondition<JavaClass> {

        private final int files;
        private final PlugIns plugIns;

        PackageOfAtMost(int files, PlugIns plugIns) {
            super("lie in a package of at most " + files + " files");
            this.files = files;
            this.plugIns = plugIns;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var neighbours = type.getPackage().getClasses().stream()
                    .flatMap(each -> each.getSource().flatMap(Source::getFileName).stream())
                    .filter(file -> !file.equals("package-info.java"))
                    .collect(Collectors.toSet());
            if (neighbours.size() > files && !plugIns.packages().contains(type.getPackageName())) {
                events.add(SimpleConditionEvent.violated(
                        type, "%s holds %d files".formatted(type.getPackageName(), neighbours.size())));
            }
        }
    }
}
