package app.tidings.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.broken.BrokenManager;
import app.tidings.ingest.poll.BrokenHalf;
import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> HOLDS_A_COLLECTION = DescribedPredicate.describe(
            "hold a collection",
            type -> outermost(type).getAllFields().stream()
                    .anyMatch(field -> field.getRawType().isEquivalentTo(MongoCollection.class)));

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Stream")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework.messaging..", "org.springframework.kafka..", "org.apache.kafka.."),
                noClasses()
                        .that(DescribedPredicate.not(HOLDS_A_COLLECTION))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.mongodb.."),
                noClasses()
                        .that()
                        .haveNameNotMatching(".*Controller(\\$.*)?")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.web..", "jakarta.servlet.."),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.springframework.web.client.."),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.net\\.(Http)?URLConnection|java\\.net\\.(Server)?Socket|org\\.jsoup\\.Connection"),
                classes()
                        .should()
                        .haveNameNotMatching(".*(Impl|Service|Manager|Helper|Util|Dto|Entity|Base|\\.Abstract.*)"),
                slices().matching("app.tidings.ingest.(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheService(ArchRule rule) {
        rule.check(new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("app.tidings.ingest"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(ArchRule rule) {
        var broken = new ClassFileImporter().importClasses(BrokenManager.class, BrokenHalf.class);
        assertThat(rule.evaluate(broken).hasViolation()).isTrue();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
