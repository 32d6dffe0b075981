package app.tidings.render.typeset;

import static app.tidings.render.TestManuscripts.EN;
import static app.tidings.render.TestManuscripts.ZH;
import static app.tidings.render.TestManuscripts.ZH_TEASER;
import static app.tidings.render.TestManuscripts.aBlock;
import static app.tidings.render.TestManuscripts.aProfile;
import static app.tidings.render.TestManuscripts.aSmallIssue;
import static app.tidings.render.TestManuscripts.anEntry;
import static app.tidings.render.TestManuscripts.anImage;
import static app.tidings.render.TestManuscripts.anIssue;
import static app.tidings.render.TestManuscripts.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Style;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Edition;
import app.tidings.render.edition.Edition.Translation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesettingTest {

    private static final Addresses ADDRESSES = new Addresses(URI.create("https://news.example"));

    @Test
    void fillsTheTitlePatternOfTheLanguage() {
        assertThat(edition(aSmallIssue(), ZH).title()).isEqualTo("潮讯周刊#12：队列为什么会排长队");
        assertThat(edition(aSmallIssue(), EN).title()).isEqualTo("Tidings Weekly #12: Why queues grow");
    }

    @Test
    void leavesNoOpenEndToATitleWithoutHeadline() {
        var issue = headlined(Map.of());

        assertThat(edition(issue, ZH).title()).isEqualTo("潮讯周刊#12");
        assertThat(edition(issue, EN).title()).isEqualTo("Tidings Weekly #12");
    }

    @Test
    void takesAHeadlineThatLooksLikeAPlaceAsItIs() {
        assertThat(edition(headlined(Map.of("zh", "{number} $1 {headline}")), ZH)
                        .title())
                .isEqualTo("潮讯周刊#12：{number} $1 {headline}");
    }

    @Test
    void fallsBackToThePublicationsLanguageAndSaysSo() {
        var entry = only(edition(issueOf(anEntry().zh("只有中文", "正文").build()), EN));

        assertThat(entry.title()).isEqualTo("只有中文");
        assertThat(entry.language()).isEqualTo("zh");
        assertThat(entry.onlyIn()).isEqualTo("in Chinese only");
    }

    @Test
    void fallsBackToWhateverLanguageThereIs() {
        var entry = only(edition(issueOf(anEntry().en("English only", "").build()), ZH));

        assertThat(entry.title()).isEqualTo("English only");
        assertThat(entry.onlyIn()).isEqualTo("仅有英语文本");
    }

    @Test
    void saysNothingOfTheLanguageWhereTheTextIsInIt() {
        assertThat(only(edition(aSmallIssue(), ZH)).onlyIn()).isEmpty();
        assertThat(only(edition(aSmallIssue(), EN)).onlyIn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh, en, (英)",
        "zh, en-GB, (英)",
        "zh, ja, (日)",
        "zh, zh, ''",
        "zh, zh-TW, ''",
        "zh, und, ''",
        "zh, fr, ''",
        "en, zh, (ZH)",
        "en, en, ''"
    })
    void marksALinkRelativeToTheEditionsLanguage(String edition, String link, String mark) {
        var issue = issueOf(anEntry().linkLanguage(link).build());

        assertThat(only(edition(issue, new EditionPlan(edition, EditionPlan.FULL)))
                        .mark())
                .isEqualTo(mark);
    }

    @Test
    void leadsToThePageInTheEditionsLanguageWhereThereIsOne() {
        var issue = issueOf(anEntry()
                .url("https://notes.example/queue")
                .linkLanguage("en")
                .zh("队列", "", "https://notes.example/zh/queue")
                .en("Queues", "")
                .build());

        assertThat(only(edition(issue, ZH)))
                .returns(URI.create("https://notes.example/zh/queue"), Edition.Entry::url)
                .returns("", Edition.Entry::mark);
        assertThat(only(edition(issue, EN)))
                .returns(URI.create("https://notes.example/queue"), Edition.Entry::url)
                .returns("", Edition.Entry::mark);
    }

    @Test
    void marksThePageOfTheLanguageThatItFallsBackTo() {
        var issue = issueOf(anEntry()
                .url("https://notes.example/queue")
                .linkLanguage("en")
                .zh("队列", "", "https://notes.example/zh/queue")
                .build());

        assertThat(only(edition(issue, EN)))
                .returns(URI.create("https://notes.example/zh/queue"), Edition.Entry::url)
                .returns("(ZH)", Edition.Entry::mark);
    }

    @Test
    void marksNothingInItsOwnLanguageThoughTheProfileHasAMarkForIt() {
        var style = new Style(Map.of("zh", Map.of("zh", "(中)")), 1000, Map.of(), Map.of(), 30);
        var texts = new Texts("zh", "zh");

        var entry = new EntrySetting(ZH, style, texts, ADDRESSES)
                .set(1, anEntry().linkLanguage("zh-CN").build());

        assertThat(entry.mark()).isEmpty();
    }

    @Test
    void marksNothingWhereThereIsNoLink() {
        assertThat(only(edition(issueOf(anEntry().url(null).linkLanguage("en").build()), ZH))
                        .mark())
                .isEmpty();
    }

    @Test
    void printsStarsFromTheProfilesThresholdOn() {
        assertThat(only(edition(issueOf(anEntry().stars(999).build()), ZH)).starsInText())
                .isEmpty();
        assertThat(only(edition(issueOf(anEntry().stars(1000).build()), ZH)).starsInText())
                .isEqualTo("（star 1k）");
        assertThat(only(edition(issueOf(anEntry().stars(2345).build()), ZH)).stars())
                .isEqualTo("2.3k");
    }

    @ParameterizedTest
    @CsvSource({
        "（star {stars}）, 2345, （star 2.3k）, 2.3k",
        "{STARS}, 18500, 18.5K, 18.5K",
        "（star {STARS}）, 7000, （star 7K）, 7K",
        "(Github {STARS} star), 15000, (Github 15K star), 15K",
        "{STARS}, 1200000, 1.2M, 1.2M",
        "{stars}, 1000, '', ''"
    })
    void writesStarsInTheProfilesStyle(String pattern, int stars, String inText, String label) {
        var style = new Style(Map.of(), 1001, Map.of("zh", pattern), Map.of(), 30);

        var entry = new EntrySetting(ZH, style, new Texts("zh", "zh"), ADDRESSES)
                .set(1, anEntry().stars(stars).build());

        assertThat(entry.starsInText()).isEqualTo(inText);
        assertThat(entry.stars()).isEqualTo(label);
    }

    @Test
    void writesAnAtSignBeforeEachCreditedName() {
        var credits = only(edition(
                        issueOf(anEntry()
                                .credits(List.of(new Credit("Mira", null), new Credit("@lin", null)))
                                .build()),
                        ZH))
                .credits();

        assertThat(credits.names()).extracting(Edition.Name::text).containsExactly("@Mira", "@lin");
        assertThat(credits.before() + credits.separator() + credits.after()).isEqualTo("（、 投稿）");
    }

    @Test
    void numbersEachSectionFromOneAndLeavesOutAnEmptyOne() {
        var issue = anIssue(
                List.of(
                        new Part(
                                "articles", List.of(anEntry().build(), anEntry().build())),
                        new Part("audio", List.of()),
                        new Part("projects", List.of(anEntry().build()))),
                List.of());

        var sections = edition(issue, ZH).sections();

        assertThat(sections).extracting(Edition.Section::id).containsExactly("articles", "projects");
        assertThat(sections.get(0).entries()).extracting(Edition.Entry::number).containsExactly(1, 2);
        assertThat(sections.get(1).entries()).extracting(Edition.Entry::number).containsExactly(1);
    }

    @Test
    void joinsPartsOfOneSection() {
        var issue = anIssue(
                List.of(
                        new Part("articles", List.of(anEntry().build())),
                        new Part("projects", List.of(anEntry().build())),
                        new Part("articles", List.of(anEntry().build()))),
                List.of());

        assertThat(edition(issue, ZH).sections())
                .extracting(section -> section.entries().size())
                .containsExactly(2, 1);
    }

    @Test
    void putsImagesAtTheirPublicAddress() {
        var picture = only(edition(
                        issueOf(anEntry()
                                .images(List.of(anImage("c".repeat(64))))
                                .build()),
                        ZH))
                .pictures()
                .getFirst();

        assertThat(picture.url()).isEqualTo(URI.create("https://news.example/media/" + "c".repeat(64)));
        assertThat(picture.alt()).isEqualTo("两条队列的等待时间曲线");
    }

    @Test
    void putsBlocksBehindTheirSections() {
        var issue = issueWith(
                aBlock(BlockKind.NOTICE, null, "before"),
                aBlock(BlockKind.INTRO, null, "hello"),
                aBlock(BlockKind.SPONSOR, "articles", "behind"));

        var edition = edition(issue, ZH);

        assertThat(edition.introduction()).extracting(TypesettingTest::textOf).containsExactly("hello");
        assertThat(edition.notices()).extracting(TypesettingTest::textOf).containsExactly("before");
        assertThat(edition.sections().getFirst().after())
                .extracting(TypesettingTest::textOf)
                .containsExactly("behind");
    }

    @Test
    void movesABlockUpWhoseSectionIsNotPrinted() {
        var issue = issueWith(
                aBlock(BlockKind.SUPPORT, "discussions", "last"), aBlock(BlockKind.SUPPORT, "no-such-section", "lost"));

        assertThat(edition(issue, ZH).sections().getFirst().after())
                .extracting(TypesettingTest::textOf)
                .containsExactly("last", "lost");
    }

    @Test
    void putsABlockFirstWhenNothingBeforeItsSectionIsPrinted() {
        var issue = anIssue(
                List.of(new Part("projects", List.of(anEntry().build()))),
                List.of(aBlock(BlockKind.SUPPORT, "articles", "early")));

        assertThat(edition(issue, ZH).notices())
                .extracting(TypesettingTest::textOf)
                .containsExactly("early");
    }

    @Test
    void labelsWhatIsPaidForAndNothingElse() {
        var issue = issueWith(
                aBlock(BlockKind.SPONSOR, "articles", "paid"), aBlock(BlockKind.SUPPORT, "articles", "asked"));

        assertThat(edition(issue, ZH).sections().getFirst().after())
                .extracting(Edition.Notice::label)
                .containsExactly("赞助内容", "");
    }

    @Test
    void printsABlockInThePublicationsLanguageWhereThereIsNoOther() {
        var notice = edition(issueWith(aBlock(BlockKind.INTRO, null, "你好")), EN)
                .introduction()
                .getFirst();

        assertThat(notice.language()).isEqualTo("zh");
        assertThat(textOf(notice)).isEqualTo("你好");
    }

    @Test
    void leavesOutABlockWithNothingToPrint() {
        assertThat(edition(issueWith(aBlock(BlockKind.NOTICE, null, " \n---\n")), ZH)
                        .notices())
                .isEmpty();
    }

    @Test
    void tellsOnlyTitlesInATeaser() {
        var entry = only(edition(
                issueOf(anEntry()
                        .stars(5000)
                        .linkLanguage("en")
                        .credits(List.of(new Credit("Mira", null)))
                        .images(List.of(anImage("c".repeat(64))))
                        .build()),
                ZH_TEASER));

        assertThat(entry.title()).isEqualTo("队列为什么会排长队");
        assertThat(entry.url()).isNull();
        assertThat(entry.comment().isBlank()).isTrue();
        assertThat(entry.pictures()).isEmpty();
        assertThat(entry.stars() + entry.starsInText() + entry.mark()).isEmpty();
        assertThat(entry.credits().names()).isEmpty();
    }

    @Test
    void knowsItsAddressesAndTranslations() {
        var edition = edition(aSmallIssue(), EN);

        assertThat(edition.page()).isEqualTo(URI.create("https://news.example/tidings-weekly/en/12"));
        assertThat(edition.markdown()).isEqualTo(URI.create("https://news.example/tidings-weekly/en/12.md"));
        assertThat(edition.translations())
                .containsExactly(
                        new Translation("zh", URI.create("https://news.example/tidings-weekly/zh/12")),
                        new Translation("en", URI.create("https://news.example/tidings-weekly/en/12")));
    }

    @Test
    void hasNoTranslationsInItsOnlyLanguage() {
        var issue = with(aSmallIssue(), aProfile(List.of(ZH, ZH_TEASER)));

        assertThat(edition(issue, ZH).translations()).isEmpty();
    }

    @Test
    void makesEveryTextOfOneLineOneLine() {
        var issue = headlined(Map.of("zh", "一\r\n二\u2028三\u202E"));

        assertThat(edition(issue, ZH).title()).isEqualTo("潮讯周刊#12：一 二 三");
    }

    private static String textOf(Edition.Notice notice) {
        return notice.text().markdown();
    }

    private static Edition edition(Manuscript manuscript, EditionPlan plan) {
        return Typesetting.edition(manuscript, plan, ADDRESSES);
    }

    private static Edition.Entry only(Edition edition) {
        return edition.entries().findFirst().orElseThrow();
    }

    private static Manuscript issueOf(Entry entry) {
        return anIssue(List.of(new Part("articles", List.of(entry))), List.of());
    }

    private static Manuscript issueWith(Block... blocks) {
        return anIssue(List.of(new Part("articles", List.of(anEntry().build()))), List.of(blocks));
    }

    private static Manuscript headlined(Map<String, String> headline) {
        return new Manuscript(
                aSmallIssue().issueId(), 12, headline, LocalDate.of(2026, 11, 21), aProfile(), List.of(), List.of());
    }
}
