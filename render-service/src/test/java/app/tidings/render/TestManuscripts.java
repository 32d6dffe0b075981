package app.tidings.render;

import app.tidings.contracts.Announce;
import app.tidings.contracts.Credit;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Manuscript.TextStatus;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Profile.Style;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented weekly in two languages, and issues of it. */
public final class TestManuscripts {

    public static final String PUBLICATION = "tidings-weekly";
    public static final String ISSUE = PUBLICATION + ":01KAG7Z0000000000000000012";
    public static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    public static final EditionPlan ZH = new EditionPlan("zh", EditionPlan.FULL);
    public static final EditionPlan EN = new EditionPlan("en", EditionPlan.FULL);
    public static final EditionPlan ZH_TEASER = new EditionPlan("zh", EditionPlan.TEASER);

    private TestManuscripts() {}

    public static Profile aProfile() {
        return aProfile(List.of(ZH, EN));
    }

    public static Profile aProfile(List<EditionPlan> editions) {
        return aProfile(PUBLICATION, editions);
    }

    public static Profile aProfile(String publication, List<EditionPlan> editions) {
        return new Profile(
                publication,
                3,
                Map.of("zh", "潮讯周刊", "en", "Tidings Weekly"),
                Map.of("zh", "每周值得一读的工程文章与开源项目", "en", "Engineering worth your week"),
                "zh",
                "Asia/Shanghai",
                Map.of("zh", "潮讯周刊#{number}：{headline}", "en", "Tidings Weekly #{number}: {headline}"),
                List.of(
                        new Section(
                                "articles", "🦄", Map.of("zh", "文章&教程", "en", "Articles & Tutorials"), "article", null),
                        new Section(
                                "projects",
                                "🐿️",
                                Map.of("zh", "项目&资源", "en", "Projects & Resources"),
                                "project",
                                null),
                        new Section("audio", "🐢", Map.of("zh", "播客&视频", "en", "Podcasts & Videos"), "audio", null),
                        new Section(
                                "discussions",
                                "🥂",
                                Map.of("zh", "讨论&问题", "en", "Discussions & Questions"),
                                "discussion",
                                null)),
                editions,
                new Style(
                        Map.of("zh", Map.of("en", "(英)", "ja", "(日)"), "en", Map.of("zh", "(ZH)")),
                        1000,
                        Map.of("zh", "（star {stars}）", "en", "(star {stars})"),
                        Map.of("zh", "（{names} 投稿）", "en", "(submitted by {names})"),
                        30),
                new Imprint("潮讯编辑部", "浙江省杭州市某路 1 号", "CC BY-NC-SA 4.0", URI.create("https://tidings.example")));
    }

    /** A small issue: one article in both languages. */
    public static Manuscript aSmallIssue() {
        return anIssue(List.of(new Part("articles", List.of(anEntry().build()))), List.of());
    }

    public static Manuscript anIssue(List<Part> parts, List<Block> blocks) {
        return new Manuscript(
                ISSUE,
                12,
                Map.of("zh", "队列为什么会排长队", "en", "Why queues grow"),
                LocalDate.of(2026, 11, 21),
                aProfile(),
                parts,
                blocks);
    }

    /** The same issue with another profile. */
    public static Manuscript with(Manuscript issue, Profile profile) {
        return new Manuscript(
                issue.issueId().replace(issue.profile().publicationId(), profile.publicationId()),
                issue.number(),
                issue.headline(),
                issue.date(),
                profile,
                issue.parts(),
                issue.blocks());
    }

    /** The same issue under another number, with another id and date. */
    public static Manuscript numbered(Manuscript issue, int number, LocalDate date) {
        return new Manuscript(
                "%s:01KAG7Z00000000000000%05d".formatted(issue.profile().publicationId(), number),
                number,
                issue.headline(),
                date,
                issue.profile(),
                issue.parts(),
                issue.blocks());
    }

    public static IssueApproved approved(Manuscript manuscript) {
        return new IssueApproved(manuscript, 7, Announce.ALL_SUBSCRIBERS, NOW);
    }

    public static EntryBuilder anEntry() {
        return new EntryBuilder();
    }

    public static Block aBlock(BlockKind kind, @Nullable String after, String zh) {
        return new Block(kind, after, Map.of(), Map.of("zh", zh));
    }

    public static Image anImage(String sha256) {
        return new Image(sha256, 1200, 675, "两条队列的等待时间曲线", "利用率超过八成后，等待时间急剧上升");
    }

    /** An issue with everything in it: ten entries, both languages, every kind of block, what is long and what is rare. */
    public static Manuscript aFullIssue(List<Image> images) {
        var picture = images.isEmpty() ? List.<Image>of() : images.subList(0, 1);
        var others = images.isEmpty() ? List.<Image>of() : images.subList(1, images.size());
        return anIssue(
                List.of(
                        new Part("articles", articles(picture)),
                        new Part("projects", projects(others)),
                        new Part(
                                "audio",
                                List.of(anEntry()
                                        .id("a1")
                                        .url("https://pod.example.org/episodes/77")
                                        .linkLanguage("en")
                                        .zh("潮声电台 #77：从工单到产品", "两位主持人聊了内部工具怎样长成产品，时长 48 分钟。")
                                        .en(
                                                "Tide Radio #77: from tickets to products",
                                                "Two hosts on internal tools that grew up.")
                                        .build())),
                        new Part(
                                "discussions",
                                List.of(anEntry()
                                        .id("d1")
                                        .url("https://forum.example.org/t/4021")
                                        .zh("[吐槽] 为什么 `snake_case` 的文件名总是 *对不齐*？", "三百多楼，结论是：别对齐了。")
                                        .build()))),
                List.of(
                        new Block(
                                BlockKind.INTRO,
                                null,
                                Map.of(),
                                Map.of(
                                        "zh",
                                        "你好，这里每周分享值得一读的工程文章，部分内容为英文。周刊[开源](https://git.example.org/tidings/weekly)，欢迎投稿。",
                                        "en",
                                        "Hello. Every week we share engineering worth reading; the weekly is [open](https://git.example.org/tidings/weekly).")),
                        new Block(
                                BlockKind.NOTICE,
                                null,
                                Map.of(),
                                Map.of(
                                        "zh",
                                        "**提醒：**下周休刊一期，第 13 期将在 12 月 5 日发布。",
                                        "en",
                                        "**Note:** no issue next week.")),
                        new Block(
                                BlockKind.SPONSOR,
                                "articles",
                                Map.of("zh", "品牌合作", "en", "Sponsor"),
                                Map.of("zh", "[灯塔云](https://sponsor.example.com) 为小团队提供**按分钟计费**的测试环境。")),
                        new Block(
                                BlockKind.GIVEAWAY,
                                "projects",
                                Map.of("zh", "赠书福利"),
                                Map.of("zh", "本期送出 **5** 本《排队论十讲》：\n\n- 截止 11 月 28 日\n- 在评论区留言即可参加")),
                        new Block(
                                BlockKind.SUPPORT,
                                "discussions",
                                Map.of("zh", "支持周刊", "en", "Support us"),
                                Map.of("zh", "如果周刊对你有帮助，请转发给需要的同事。", "en", "Forward it to a colleague.")),
                        new Block(
                                BlockKind.SUBSCRIBE,
                                "discussions",
                                Map.of("zh", "欢迎订阅", "en", "Subscribe"),
                                Map.of(
                                        "zh",
                                        "- [邮件](https://tidings.example/subscribe)：每周六早上送达\n- [RSS](https://tidings.example/feed)：全文输出",
                                        "en",
                                        "- [Mail](https://tidings.example/subscribe), Saturday mornings"))));
    }

    private static List<Entry> articles(List<Image> picture) {
        return List.of(
                anEntry()
                        .id("e1")
                        .url("https://blog.example.org/queues")
                        .linkLanguage("en")
                        .zh(
                                "队列为什么会排长队：从一个等待公式说起",
                                "利用率从 80% 升到 95%，等待时间为什么会涨五倍？文章用 Python 模拟了 `M/M/1` 队列，并给出三条调度建议。附[交互演示](https://blog.example.org/queues/demo)。")
                        .en(
                                "Why queues grow: a waiting-time formula, explained",
                                "Why does waiting grow fivefold between 80% and 95% utilisation? The article simulates an `M/M/1` queue in Python and ends with three scheduling rules.")
                        .images(picture)
                        .build(),
                anEntry()
                        .id("e2")
                        .url("https://news.example.cn/a/2026/" + "very-long-path-segment-".repeat(11)
                                + "end.html?x=1&y=(2)")
                        .zh(
                                "一个标题很长的例子：当我们把三百个服务从自建机房搬到两朵云上、又搬回来一半的时候，究竟省下了多少钱，又多花了多少个不眠之夜",
                                "作者公布了两年的账单与值班记录。\n\n结论并不讨喜：省下的钱大多花在了跨云流量上。")
                        .credits(List.of(
                                new Credit("江_小白", null),
                                new Credit("@lin", URI.create("https://git.example.org/lin"))))
                        .build(),
                anEntry()
                        .id("e3")
                        .url("https://docs.example.com/guide_(draft)")
                        .linkLanguage("en")
                        .zh(
                                "用二十行代码写一个布隆过滤器",
                                "先看效果：\n\n```python\nfilter = Bloom(bits=1 << 20)\nfilter.add(\"tidings\")\n```\n\n再解释误判率。")
                        .en(
                                "A Bloom filter in twenty lines",
                                "See it first:\n\n```python\nfilter = Bloom(bits=1 << 20)\n```")
                        .build(),
                anEntry().id("e4").url(null).zh("内容删除", "").en("Withdrawn", "").build());
    }

    private static List<Entry> projects(List<Image> pictures) {
        return List.of(
                anEntry()
                        .id("p1")
                        .url("https://git.example.org/reef/reef")
                        .linkLanguage("en")
                        .zh("reef：给日志用的列式存储", "单机每秒写入两百万行，查询走 SQL。")
                        .en(
                                "reef: columnar storage for logs",
                                "Two million rows a second on one machine, queried with SQL.")
                        .stars(2345)
                        .build(),
                anEntry()
                        .id("p2")
                        .url("https://git.example.org/gull/gull")
                        .linkLanguage("en")
                        .zh("gull：终端里的 RSS 阅读器", "支持：\n\n- 离线阅读\n- 全文搜索")
                        .en("gull: feeds in a terminal", "Reads offline, searches everything.")
                        .stars(18_500)
                        .credits(List.of(new Credit("Mira", null)))
                        .images(pictures)
                        .build(),
                anEntry()
                        .id("p3")
                        .url("https://git.example.org/kelp/kelp")
                        .zh("kelp：配置即类型", "把 YAML 编译成类型检查过的配置。")
                        .en("kelp: configuration with types", "Compiles YAML to checked configuration.")
                        .stars(940)
                        .build(),
                anEntry()
                        .id("p4")
                        .url("https://git.example.org/atoll/atoll")
                        .linkLanguage("ja")
                        .zh("atoll：日文分词工具包", "")
                        .en("atoll: Japanese tokenizer kit", "")
                        .stars(120_000)
                        .build());
    }

    /** An issue of two entries that link to English pages, of which the second has a Chinese one too. */
    public static Manuscript anIssueOfEnglishPages() {
        var entry = anEntry().url("https://notes.example/queue").linkLanguage("en");
        var english = entry.zh("队列", "").en("Queues", "").build();
        var both = entry.zh("索引", "", "https://notes.example/zh/index").build();
        return anIssue(List.of(new Part("articles", List.of(english, both))), List.of());
    }

    public static final class EntryBuilder {

        private String id = "e1";
        private @Nullable URI url = URI.create("https://blog.example.org/queues");
        private String linkLanguage = "zh";
        private final Map<String, Text> texts = new HashMap<>();
        private @Nullable Integer stars;
        private List<Credit> credits = List.of();
        private List<Image> images = List.of();

        public EntryBuilder id(String value) {
            id = value;
            return this;
        }

        public EntryBuilder url(@Nullable String value) {
            url = value == null ? null : URI.create(value);
            return this;
        }

        public EntryBuilder linkLanguage(String value) {
            linkLanguage = value;
            return this;
        }

        public EntryBuilder zh(String title, String comment) {
            texts.put("zh", new Text(title, comment, TextStatus.WRITTEN));
            return this;
        }

        /** A Chinese text that leads to the page in Chinese. */
        public EntryBuilder zh(String title, String comment, String address) {
            texts.put("zh", new Text(title, comment, TextStatus.WRITTEN, Translation.EDITOR, URI.create(address)));
            return this;
        }

        public EntryBuilder en(String title, String comment) {
            texts.put("en", new Text(title, comment, TextStatus.MACHINE));
            return this;
        }

        public EntryBuilder stars(int value) {
            stars = value;
            return this;
        }

        public EntryBuilder credits(List<Credit> value) {
            credits = value;
            return this;
        }

        public EntryBuilder images(List<Image> value) {
            images = new ArrayList<>(value);
            return this;
        }

        public Entry build() {
            if (texts.isEmpty()) {
                zh("队列为什么会排长队", "从一个等待公式说起。");
                en("Why queues grow", "It starts with a formula.");
            }
            return new Entry(id, "item-" + id, url, linkLanguage, texts, stars, credits, images);
        }
    }
}
