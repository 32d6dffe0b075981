package app.tidings.contracts;

import app.tidings.contracts.DeliveryEvent.SendingDone;
import app.tidings.contracts.DeliveryEvent.SendingStarted;
import app.tidings.contracts.EditionEvent.Artefact;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EditionEvent.Email;
import app.tidings.contracts.EditionEvent.Marks;
import app.tidings.contracts.ImageEvent.ImageKept;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemEdited;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemReopened;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemSplit;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.LinkEvent.LinkWithdrawn;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.contracts.Profile.Count;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Profile.Style;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.contracts.SourceEvent.SourceFailing;
import app.tidings.contracts.SourceEvent.SourceQuiet;
import app.tidings.contracts.SourceEvent.SourceRecovered;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One event of each kind, with every field filled; the golden files hold the same. */
final class TestEvents {

    static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");
    static final String PUBLICATION = "python-weekly";
    static final URI URL = URI.create("https://example.org/why-uv-is-fast");
    static final String LINK = Ids.link(PUBLICATION, URL.toString());
    private static final String OTHER_LINK = Ids.link(PUBLICATION, "https://mirror.example/a");
    static final String ISSUE = PUBLICATION + ":01JD3Z7G6W8M4B9N2Q5R6S7T8V";
    private static final byte[] IMAGE = {1, 2, 3};
    private static final String IMAGE_HASH = Ids.contentHash(IMAGE);

    private TestEvents() {}

    static Stream<Event> all() {
        return Stream.concat(Stream.concat(links(), sources()), Stream.concat(items(), rest()));
    }

    private static Stream<Event> links() {
        var feed = new Sighting(
                "s-1",
                "一个博客",
                URI.create("https://example.org/why-uv-is-fast?utm_source=rss"),
                NOW,
                NOW,
                null,
                "zh-CN",
                3723);
        var reader =
                new Sighting("s-2", "Submissions", URL, null, NOW, new Credit("小明", URI.create("https://xm.example")));
        return Stream.of(
                new LinkFound(LINK, PUBLICATION, 1, URL, "uv 为什么这么快？", "一句话。", List.of(feed), NOW),
                new LinkSeenAgain(LINK, PUBLICATION, 2, URL, "uv 为什么这么快？", "一句话。", List.of(feed, reader), NOW),
                new LinkWithdrawn(
                        LINK,
                        PUBLICATION,
                        3,
                        URL,
                        "uv 为什么这么快？",
                        "一句话。",
                        List.of(feed),
                        "stopped by the rule “no jobs”",
                        NOW));
    }

    private static Stream<Event> sources() {
        var id = PUBLICATION + ":bac559c521ff282fcea5be31";
        return Stream.of(
                new SourceFailing(
                        id,
                        PUBLICATION,
                        1,
                        "一个博客",
                        "timeout",
                        "the server was silent for 10 s",
                        NOW,
                        NOW.plusSeconds(86_400)),
                new SourceQuiet(id, PUBLICATION, 2, "一个博客", NOW, 1440, NOW.plusSeconds(864_000)),
                new SourceRecovered(id, PUBLICATION, 3, "一个博客", NOW, NOW.plusSeconds(950_000)));
    }

    private static Stream<Event> items() {
        return Stream.of(
                new ItemEnriched(
                        LINK,
                        PUBLICATION,
                        2,
                        1,
                        URL,
                        "uv 为什么这么快？",
                        "第一句。",
                        "zh",
                        "article",
                        "Example",
                        1234,
                        List.of("no-image"),
                        NOW),
                new ItemShortlisted(LINK, PUBLICATION, 3, NOW),
                new ItemDeclined(LINK, PUBLICATION, 4, "ran in #38", NOW),
                new ItemEdited(LINK, PUBLICATION, 5, "uv 为什么快", "读一读。", NOW),
                new ItemPlaced(LINK, PUBLICATION, 6, ISSUE, "articles", NOW),
                new ItemUnplaced(LINK, PUBLICATION, 7, ISSUE, NOW),
                new ItemPublished(
                        LINK,
                        PUBLICATION,
                        8,
                        ISSUE,
                        12,
                        Map.of("zh", URI.create("https://weekly.example/python-weekly/zh/12")),
                        NOW),
                new ItemReopened(LINK, PUBLICATION, 9, NOW),
                new ItemMerged(LINK, PUBLICATION, 10, 2, OTHER_LINK, "title", NOW),
                new ItemSplit(LINK, PUBLICATION, 11, OTHER_LINK, NOW));
    }

    private static Stream<Event> rest() {
        var edition = Ids.edition(ISSUE, "zh", EditionPlan.FULL);
        return Stream.of(
                new ProfileChanged(aProfile(), NOW),
                new ImageKept(
                        IMAGE_HASH, "image/png", 640, 360, Base64.getEncoder().encodeToString(IMAGE), NOW),
                new IssueApproved(aManuscript(), 4, Announce.ALL_SUBSCRIBERS, NOW),
                new EditionRendered(
                        edition,
                        ISSUE,
                        4,
                        1,
                        12,
                        "zh",
                        EditionPlan.FULL,
                        "Python 潮流周刊#12：uv",
                        LocalDate.parse("2026-11-20"),
                        URI.create("https://weekly.example/python-weekly/zh/12"),
                        Announce.ALL_SUBSCRIBERS,
                        new Email("Python 潮流周刊#12：uv", "本期", "<p>正文</p>", "正文", new Marks("mark-u", "mark-p")),
                        List.of(new Artefact(
                                "markdown",
                                IMAGE_HASH,
                                3,
                                "text/markdown",
                                URI.create("https://weekly.example/python-weekly/zh/12.md"))),
                        NOW),
                new SendingStarted(edition, 1, 1, 3, NOW),
                new SendingDone(edition, 1, 2, Map.of("sent", 2L, "refused", 1L), NOW));
    }

    static Profile aProfile() {
        return new Profile(
                PUBLICATION,
                3,
                Map.of("zh", "Python 潮流周刊", "en", "Python Trending Weekly"),
                Map.of("zh", "每周一期"),
                "zh",
                "Asia/Shanghai",
                Map.of("zh", "Python 潮流周刊#{number}：{headline}"),
                List.of(new Section(
                        "articles", "🦄", Map.of("zh", "文章&教程", "en", "Articles"), "article", new Count(3, 12))),
                List.of(new EditionPlan("zh", EditionPlan.FULL)),
                new Style(
                        Map.of("zh", Map.of("en", "(英)")),
                        1000,
                        Map.of("zh", "（star {stars}）"),
                        Map.of("zh", "（{names} 投稿）"),
                        30),
                new Imprint("A publisher", "1 Main Street", "CC BY 4.0", URI.create("https://weekly.example/")));
    }

    static Manuscript aManuscript() {
        var entry = new Entry(
                LINK,
                LINK,
                URL,
                "en",
                Map.of(
                        "zh",
                        new Text(
                                "uv 为什么这么快？",
                                "读一读。",
                                TextStatus.WRITTEN,
                                Translation.EDITOR,
                                URI.create("https://example.org/zh/why-uv-is-fast"))),
                1234,
                List.of(new Credit("小明", null)),
                List.of(new Image(IMAGE_HASH, 640, 360, "架构图", "")));
        var intro = new Block(BlockKind.INTRO, null, Map.of(), Map.of("zh", "你好。"));
        return new Manuscript(
                ISSUE,
                12,
                Map.of("zh", "uv"),
                LocalDate.parse("2026-11-20"),
                aProfile(),
                List.of(new Part("articles", List.of(entry))),
                List.of(intro));
    }
}
