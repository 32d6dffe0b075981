package app.tidings.notify;

import app.tidings.contracts.Announce;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EditionEvent.Email;
import app.tidings.contracts.EditionEvent.Marks;
import app.tidings.contracts.Ids;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Profile.Style;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Profiles and editions for tests. */
public final class TestEditions {

    static final Marks MARKS = new Marks("%%unsubscribe-1c9e%%", "%%preferences-1c9e%%");

    private TestEditions() {}

    public static Profile aProfile(String publicationId) {
        return new Profile(
                publicationId,
                1,
                Map.of("zh", "潮汐周刊", "en", "Tidings Weekly"),
                Map.of("zh", "每周一期", "en", "Once a week"),
                "zh",
                "Asia/Shanghai",
                Map.of("zh", "潮汐周刊#{number}：{headline}"),
                List.of(new Section("articles", "🦄", Map.of("zh", "文章"), "article", null)),
                List.of(new EditionPlan("zh", EditionPlan.FULL), new EditionPlan("en", EditionPlan.FULL)),
                new Style(Map.of(), 1000, Map.of(), Map.of(), 30),
                new Imprint("Tidings Press", "1 Harbour Road", "CC BY-NC-SA 4.0", URI.create("https://example.org/")));
    }

    /** The same publication, of which one language is left. */
    public static Profile inChineseAlone(Profile profile) {
        return new Profile(
                profile.publicationId(),
                profile.version() + 1,
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.titlePattern(),
                profile.sections(),
                List.of(new EditionPlan("zh", EditionPlan.FULL)),
                profile.style(),
                profile.imprint());
    }

    /** The first version of a new issue's edition, announced to all subscribers. */
    public static EditionRendered anEdition(String publicationId, String language) {
        return anEdition(publicationId, language, EditionPlan.FULL, 1, Announce.ALL_SUBSCRIBERS);
    }

    public static EditionRendered anEdition(
            String publicationId, String language, String access, long version, Announce announce) {
        return version(
                publicationId + ":" + UUID.randomUUID().toString().replace("-", ""),
                language,
                access,
                version,
                announce);
    }

    private static EditionRendered version(
            String issueId, String language, String access, long version, Announce announce) {
        var body = "你好，第 11 期 🦄\n退订 " + MARKS.unsubscribe() + "\n设置 " + MARKS.preferences() + "\n";
        return new EditionRendered(
                Ids.edition(issueId, language, access),
                issueId,
                1,
                version,
                11,
                language,
                access,
                "潮汐周刊#11：标题",
                LocalDate.parse("2026-11-20"),
                URI.create("https://example.org/tidings/zh/11"),
                announce,
                new Email("潮汐周刊#11：标题", "摘要", "<p>" + body + "</p>", body, MARKS),
                List.of(),
                Instant.parse("2026-11-20T08:00:00Z"));
    }

    /** The same edition, printed again. */
    public static EditionRendered again(EditionRendered edition, long version) {
        return version(edition.issueId(), edition.language(), edition.access(), version, edition.announce());
    }
}
