package app.tidings.curation.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.Count;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class SeedFileTest {

    private static final String SMALL = """
            publications:
              - publicationId: notes
                name: {en: Notes}
                language: en
                zone: UTC
                titlePattern: {en: "Notes {number}"}
                sections:
                  - {id: all, kind: article, name: {en: All}}
                editions:
                  - {language: en, access: full}
                style: {starsFrom: 1000, issuesPerSeason: 30}
                imprint: {publisher: Somebody}
            """;

    @Test
    void readsTheBundledPublication() {
        var profile = SeedFile.read(new ClassPathResource("publications.yml")).getFirst();

        assertThat(profile.publicationId()).isEqualTo("tidings-weekly");
        assertThat(profile.version()).isEqualTo(1);
        assertThat(profile.zone()).isEqualTo("Asia/Shanghai");
        assertThat(profile.sections())
                .extracting(Section::id)
                .containsExactly("articles", "projects", "audio", "discussions");
        assertThat(profile.sections()).extracting(Section::emoji).containsExactly("🦄", "🐿️", "🐢", "🥂");
        assertThat(profile.editions()).containsExactly(new EditionPlan("zh", "full"), new EditionPlan("en", "full"));
        assertThat(Objects.requireNonNull(profile.style().marks().get("zh"))).containsEntry("en", "(英)");
        assertThat(profile.style().starsFrom()).isEqualTo(1000);
        assertThat(profile.style().starsPattern()).containsEntry("zh", "（star {stars}）");
        assertThat(profile.style().creditPattern()).containsEntry("zh", "（{names} 投稿）");
    }

    @Test
    void readsAFileOfTheOperatorsOwn() {
        assertThat(read(SMALL)).extracting(Profile::name).containsExactly(Map.of("en", "Notes"));
    }

    @Test
    void readsHowManyEntriesASectionShouldHave() {
        assertThat(read(SMALL.replace("kind: article,", "kind: article, entries: {max: 12},")))
                .flatExtracting(Profile::sections)
                .extracting(Section::entries)
                .containsExactly(new Count(null, 12));
        assertThat(read(SMALL))
                .flatExtracting(Profile::sections)
                .extracting(Section::entries)
                .containsOnlyNulls();
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertRefused("publications: []", "it lists no publications");
        assertRefused("", "it lists no publications");
        assertRefused(SMALL.replace("zone: UTC", "zone: Mars/Olympus"), "zone is not an IANA time zone");
        assertRefused(SMALL.replace("    language: en\n", ""), "language is missing");
        assertRefused(SMALL.replace("zone: UTC", "zone: UTC\n    zoan: UTC"), "zoan");
        assertRefused(SMALL.replace("zone: UTC", "version: 7\n    zone: UTC"), "has a version of its own");
        assertRefused(
                SMALL.replace("kind: article,", "kind: article, entries: {min: 5, max: 4},"),
                "min of 5 above their max of 4");
        assertRefused(
                SMALL.replace("kind: article,", "kind: article, entries: {max: 0},"),
                "max of a section's entries must be 1");
        assertRefused(SMALL.replace("kind: article,", "kind: article, entries: {},"), "neither min nor max");
        assertRefused(SMALL + SMALL.replace("publications:\n", ""), "publication notes is listed twice");
        assertRefused("publications: [", "tidings.curation.profiles");
        assertRefused("publications: !!javax.script.ScriptEngineManager []", "tidings.curation.profiles");
    }

    private static List<Profile> read(String yaml) {
        return SeedFile.read(new ByteArrayResource(yaml.getBytes(UTF_8)));
    }

    private static void assertRefused(String yaml, String reason) {
        assertThatThrownBy(() -> read(yaml))
                .hasMessageContaining("tidings.curation.profiles")
                .hasMessageContaining(reason);
    }
}
