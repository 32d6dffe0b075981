package app.tidings.curation.enrich;

import static app.tidings.curation.TestLinks.aLink;
import static app.tidings.curation.TestLinks.aLinkShownAt;
import static app.tidings.curation.TestLinks.anAddress;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.awaitility.Awaitility.await;

import app.tidings.contracts.ImageEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.Sighting;
import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.enrich.EnrichItem.Named;
import app.tidings.curation.image.TestImages;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.item.Sighted;
import app.tidings.curation.item.TestItems;
import app.tidings.curation.memory.Memory;
import app.tidings.curation.memory.Place;
import app.tidings.curation.memory.Ran;
import app.tidings.curation.memory.Trail;
import app.tidings.curation.page.TestPages;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.metadata.PageDate;
import app.tidings.curation.page.metadata.StatedImages;
import app.tidings.curation.page.trait.Traits;
import app.tidings.curation.pdf.TestPdfs;
import app.tidings.curation.replay.EnrichStep;
import app.tidings.curation.repository.RepositoryClient;
import app.tidings.curation.text.ItemTexts;
import app.tidings.platform.jobs.Again;
import app.tidings.platform.jobs.Jobs.Job;
import app.tidings.platform.testing.ReadTopic;
import app.tidings.platform.testing.SendRecords;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EnrichItemIT extends CurationTest {

    @Autowired
    private Items items;

    @Autowired
    private ItemTexts texts;

    @Autowired
    private EnrichItem.Kept kept;

    @Autowired
    private Memory memory;

    @Autowired
    private RepositoryClient repositories;

    @Test
    void findsOutWhatAnEnglishPageSays() {
        var item = enriched(aLink(WEB.onPage(aPath(), TestPages.ENGLISH.replace("/pictures/queue.png", "/none.png"))));

        var page = page(item);
        assertThat(page.title()).isEqualTo("How we made the queue fast");
        assertThat(page.language()).isEqualTo("en");
        assertThat(page.summary())
                .startsWith("Our queue took two seconds for each message. Nobody had noticed, e.g. because");
        assertThat(page.quality()).containsExactly("no-image", "image-http-404");
        assertThat(texts.find(item.id()).orElseThrow()).contains("a single missing index");
    }

    @Test
    void findsOutWhatAChinesePageSays() {
        var page = page(enriched(aLink(WEB.onPage(aPath(), TestPages.CHINESE))));

        assertThat(page.title()).isEqualTo("把队列变快的三个办法");
        assertThat(page.language()).isEqualTo("zh");
        assertThat(page.summary()).startsWith("我们的队列处理一条消息要两秒。没有人注意到，因为没有人测量过！");
        assertThat(page.quality()).isEmpty();
    }

    @Test
    void sumsUpWhatTheAuthorSaysAndNotUnderAPicture() {
        var illustrated = TestPages.ENGLISH.replaceFirst("<p>", """
                <figure><img src="/a.png" width="900" height="500">
                <figcaption><p>The queue, as it was drawn by nobody in particular.</p></figcaption></figure><p>""");

        var item = enriched(aLink(WEB.onPage(aPath(), illustrated)));

        assertThat(page(item).summary()).startsWith("Our queue took two seconds for each message.");
        assertThat(texts.find(item.id()).orElseThrow()).startsWith("The queue, as it was drawn");
    }

    @Test
    void saysThatThereIsMoreTextThanItRead() {
        var text =
                "<p>A chapter of the book about how our queues were made fast, and what that cost.</p>".repeat(1_500);

        var page = page(enriched(aLink(WEB.onPage(aPath(), "<title>A book</title><article>" + text))));

        assertThat(page.quality()).contains("partial-text");
    }

    @Test
    void takesTheLanguageOfTheTextWhateverTitleAndTemplateAreIn() {
        var page = TestPages.ENGLISH
                .replace("lang=\"en-GB\"", "lang=\"zh-CN\"")
                .replace("\"How we made the queue fast\"", "\"把队列变快的三个办法\"");

        assertThat(page(enriched(aLink(WEB.onPage(aPath(), page)))))
                .returns("把队列变快的三个办法", Page::title)
                .returns("en", Page::language)
                .returns("zh", Page::titleLanguage);
    }

    private static Draft draftOf(String title, @Nullable String language, @Nullable Integer seconds) {
        var url = URI.create(anAddress());
        var shown = new Sighting("s1", "A feed", url, null, TestLinks.NOW, null, language, seconds);
        var sighted = new Sighted(1, title, null, List.of(shown), null);
        return new Draft(Item.takenIn("weekly:" + "a".repeat(26), url, sighted, TestLinks.NOW));
    }

    @Test
    void believesTheSourceOfALanguageThatNothingElseTells() {
        var draft = draftOf("2026", "ja-JP", null);

        new DetectLanguage().enrich(draft);

        assertThat(draft.toPage().language()).isEqualTo("ja");
    }

    @Test
    void takesForAPodcastWhatAFeedSaysTheLengthOf() {
        var draft = draftOf("Tides", null, 3720);

        new DetectKind().enrich(draft);

        assertThat(draft.toPage().kind()).isEqualTo(Kind.PODCAST);
        assertThat(draft.toPage().extent().seconds()).isEqualTo(3720);
    }

    @Test
    void excerptsAPaperByItsAbstract() {
        var page = TestPages.ENGLISH.replace("</head>", """
                <meta name="citation_title" content="On queues"><meta name="citation_arxiv_id" content="2611.00001">
                <meta name="citation_abstract" content="We measure queues; they are slow"></head>""");

        assertThat(page(enriched(aLink(WEB.onPage(aPath(), page)))))
                .returns(Kind.PAPER, Page::kind)
                .returns("We measure queues; they are slow", Page::summary)
                .returns(1, found -> found.extent().readingMinutes());
    }

    @Test
    void readsAPageInAnOldCharset() {
        var gbk = TestPages.CHINESE
                .replace("charset=\"utf-8\"", "charset=\"gb2312\"")
                .getBytes(Charset.forName("GBK"));

        assertThat(page(enriched(aLink(WEB.onBytes(aPath(), "text/html", gbk)))).title())
                .isEqualTo("把队列变快的三个办法");
    }

    @Test
    void keepsThePictureAndTellsOfIt() {
        var picture = aPath();
        WEB.onBytes(picture, "image/png", TestImages.plain("png", 2400, 1200));
        var item = enriched(aLink(WEB.onPage(aPath(), TestPages.ENGLISH.replace("/pictures/queue.png", picture))));

        var image = page(item).images().getFirst();
        assertThat(image.width()).isEqualTo(1200);
        assertThat(image.alt()).isEqualTo("Two curves that cross");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ReadTopic.events(ImageEvent.TOPIC, image.sha256()))
                        .isNotEmpty());
    }

    @Test
    void isUsableWhenThePageIsGone() {
        var item = enriched(aLink(WEB.url(aPath())));

        assertThat(item.title()).isEqualTo("A title from the feed");
        assertThat(page(item).quality()).contains("no-page", "http-404", "no-text", "no-summary");
        assertThat(item.language()).isEqualTo("en");
    }

    @Test
    void isUsableWhenThePageIsSlow() {
        var seen = new CountDownLatch(1);
        var url = WEB.on(aPath(), exchange -> awaitEnd(seen));

        assertThat(page(enriched(aLink(url))).quality()).contains("no-page", "timeout");
        seen.countDown();
    }

    @Test
    void isUsableWhenThePageIsHuge() {
        var url = WEB.onBytes(aPath(), "text/html", new byte[2 * 1024 * 1024 + 1]);

        assertThat(page(enriched(aLink(url))).quality()).contains("no-page", "too-large");
    }

    @Test
    void isUsableWhenThePageIsNone() {
        var url = WEB.onBytes(aPath(), "font/woff2", "wOF2".getBytes(UTF_8));

        assertThat(page(enriched(aLink(url))))
                .returns(
                        List.of("no-page", "wrong-type"), page -> page.quality().subList(0, 2))
                .returns(Kind.ARTICLE, Page::kind);
    }

    @Test
    void readsADocumentInPdfLikeAPage() {
        var item = enriched(aLink(WEB.onBytes(aPath(), "application/pdf", TestPdfs.english())));

        assertThat(page(item))
                .returns("On slow queues", Page::title)
                .returns("Ada Quay", Page::author)
                .returns(Instant.parse("2026-11-20T07:30:00Z"), Page::publishedAt)
                .returns("en", Page::language)
                .returns(Kind.PDF, Page::kind)
                .returns(List.of(), Page::quality);
        assertThat(page(item).summary()).startsWith("Our queue took two seconds for each message.");
        assertThat(texts.find(item.id()).orElseThrow()).contains("because nobody had measured it.");
        assertThat(new CurationApi(api()).item(item.id()).get("extent"))
                .asInstanceOf(map(String.class, Object.class))
                .containsEntry("pages", 3)
                .containsEntry("readingMinutes", 1);
    }

    @Test
    void keepsWhatTheSourceTellsOfADocumentThatCannotBeRead() {
        var item = enriched(aLink(WEB.onBytes(aPath(), "application/pdf", TestPdfs.encrypted())));

        assertThat(item.title()).isEqualTo("A title from the feed");
        assertThat(page(item))
                .returns(
                        List.of("no-page", "pdf-encrypted"),
                        page -> page.quality().subList(0, 2))
                .returns(Kind.PDF, Page::kind);
    }

    @Test
    void asksForThePageAboutAPaperBeforeThePaper() {
        var paper = TestItems.anItem("https://arxiv.org/pdf/2611.00001v2.pdf").build();

        assertThat(FetchPage.addresses(paper))
                .startsWith(URI.create("https://arxiv.org/abs/2611.00001v2"), paper.url());
    }

    @Test
    void readsAPageThatIsAsLargeAsItMayBe() {
        var rest = "<!--" + "x".repeat(2 * 1024 * 1024 - TestPages.ENGLISH.getBytes(UTF_8).length - 7) + "-->";

        var item = enriched(aLink(WEB.onPage(aPath(), TestPages.ENGLISH + rest)));

        assertThat(item.title()).isEqualTo("How we made the queue fast");
    }

    @Test
    void isUsableWhenThePageStatesADateThatNobodyLivesToSee() {
        var page = "<title>Late</title><meta property=article:published_time content=+999999999-01-01T00:00:00Z>";

        assertThat(enriched(aLink(WEB.onPage(aPath(), page))).title()).isEqualTo("Late");
    }

    @Test
    void isUsableWhenWhatWasFoundCannotBeKept() {
        var item = stored(TestItems.anItem().build());

        enrichItem(draft -> draft.metadata(dated(LocalDate.MAX))).run(new Job(item.id(), 1, 0, 0));

        assertThat(page(items.find(item.id()).orElseThrow()).quality()).contains("no-page", "failed-enrichment");
    }

    @Test
    void isUsableWhenAStepEndsWithAnError() {
        var item = stored(TestItems.anItem().build());

        enrichItem(draft -> {
                    throw new InternalError("of the test");
                })
                .run(new Job(item.id(), 1, 0, 0));

        assertThat(page(items.find(item.id()).orElseThrow()).quality())
                .singleElement()
                .asString()
                .startsWith("failed-");
    }

    private EnrichItem enrichItem(Enricher step) {
        return new EnrichItem(
                List.of(new Named(EnrichStep.PAGE, step)),
                new Turns(1, 1, 9),
                kept,
                InstantSource.system(),
                Duration.ofMinutes(10));
    }

    private Item stored(Item item) {
        return items.keepFirst(item);
    }

    private static Metadata dated(LocalDate day) {
        var published = new PageDate(day, null, null);
        return new Metadata(
                "A title",
                null,
                null,
                published,
                null,
                null,
                null,
                StatedImages.NONE,
                null,
                null,
                false,
                null,
                Traits.NONE);
    }

    @Test
    void takesABotShieldForNoPage() {
        var url = WEB.onPage(aPath(), "<title>Just a moment...</title>");

        var item = enriched(aLink(url));

        assertThat(item.title()).isEqualTo("A title from the feed");
        assertThat(page(item).quality()).contains("shielded");
    }

    @Test
    void keepsNothingHostile() {
        var url = WEB.onPage(aPath(), """
                <title>&lt;script&gt;alert(1)&lt;/script&gt;Title &lt;img src=x onerror=alert(1)&gt;</title>
                <meta property="og:image" content="javascript:alert(1)">
                <article><p onclick="alert(1)">The first sentence of it is harmless.<script>alert(2)</script> So is the second one,
                  which goes on for a while so that it is found, whatever else there is on the page and around it.</p>
                <p>%s</p></article>""".formatted("<div>".repeat(20_000)));

        var item = enriched(aLink(url, "<b onclick=alert(1)>Feed</b>"));

        assertThat(item.title()).isEqualTo("Title");
        assertThat(item.sighted().title()).isEqualTo("Feed");
        assertThat(page(item).summary())
                .startsWith("The first sentence of it is harmless.")
                .doesNotContain("alert");
        assertThat(page(item).images()).isEmpty();
    }

    @Test
    void findsTheStarsOfARepository() {
        var name = "queue-" + UUID.randomUUID();
        WEB.onBytes(
                "/github/repos/ada/" + name,
                "application/json",
                "{\"name\":\"%s\",\"owner\":{\"login\":\"ada\"},\"stargazers_count\":4321,\"description\":\"A fast queue\"}"
                        .formatted(name)
                        .getBytes(UTF_8));

        var draft = new Draft(aRepository("ada", name));
        new LookUpRepository(repositories).enrich(draft);

        assertThat(draft.repository())
                .hasValueSatisfying(found -> assertThat(found.stars()).isEqualTo(4321));
        assertThat(draft.kind()).isEqualTo(Kind.PROJECT);
    }

    @Test
    void showsAnEditorThatARepositoryIsArchivedAndHasAnotherName() {
        var name = "queue-" + UUID.randomUUID();
        WEB.onBytes("/gitlab/api/v4/projects/tools/queues/" + name, "application/json", """
                {"path_with_namespace": "tools/fast-%s", "star_count": 77, "archived": true, "topics": ["queues"],
                 "license": {"key": "apache-2.0"}, "last_activity_at": "2026-11-01T08:00:00.000Z"}""".formatted(name)
                .getBytes(UTF_8));

        var item = enriched(aLink(WEB.onPage("/gitlab/tools/queues/" + name, TestPages.ENGLISH)));

        var shown = new CurationApi(api()).item(item.id());
        assertThat(shown).containsEntry("kind", "project").containsEntry("stars", 77);
        assertThat(shown.get("repository"))
                .asInstanceOf(map(String.class, Object.class))
                .containsEntry("owner", "tools")
                .containsEntry("name", "fast-" + name)
                .containsEntry("license", "Apache-2.0")
                .containsEntry("topics", List.of("queues"))
                .containsEntry("pushedAt", "2026-11-01T08:00:00Z")
                .containsEntry("archived", true);
        assertThat(page(item).quality()).contains("repository-archived", "repository-renamed");
    }

    @Test
    void countsNoStarsForWhatIsSaidInARepository() {
        var name = "queue-" + UUID.randomUUID();
        WEB.onBytes(
                "/gitlab/api/v4/projects/tools/" + name,
                "application/json",
                "{\"path_with_namespace\": \"tools/%s\", \"star_count\": 77}"
                        .formatted(name)
                        .getBytes(UTF_8));

        var draft = new Draft(TestItems.anItem(WEB.url("/gitlab/tools/%s/-/issues/7".formatted(name)))
                .build());
        draft.kind(Kind.DISCUSSION);
        new LookUpRepository(repositories).enrich(draft);

        assertThat(draft.kind()).isEqualTo(Kind.DISCUSSION);
        assertThat(draft.repository()).isPresent();
        assertThat(draft.item().withPage(draft.toPage(), Instant.EPOCH).stars()).isNull();
    }

    @Test
    void looksAgainWhenTheHostTakesCallsAgainAndNotBefore() {
        var item = stored(TestItems.anItem().build());
        var enrich = enrichItem(draft -> draft.later().wantAfter(Instant.now().plus(Duration.ofMinutes(55))));

        var waits = IntStream.of(0, 3, 8, 9)
                .mapToObj(tries -> enrich.run(new Job(item.id(), 1, tries, 0)).map(Again::pause))
                .toList();

        assertThat(waits.getFirst().orElseThrow()).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(55));
        assertThat(waits.subList(1, 4))
                .containsExactly(
                        Optional.of(Duration.ofMinutes(80)), Optional.of(Duration.ofMinutes(2560)), Optional.empty());
    }

    @Test
    void readsThePageWhereASourceShowedItIfTheCanonicalAddressDoesNotAnswer() {
        var item = enriched(aLinkShownAt(anAddress(), WEB.onPage(aPath(), TestPages.CHINESE)));

        assertThat(page(item).title()).isEqualTo("把队列变快的三个办法");
        assertThat(page(item).quality()).isEmpty();
    }

    @Test
    void tellsWhyTheCanonicalAddressDidNotAnswerIfNeitherDoes() {
        assertThat(page(enriched(aLinkShownAt(WEB.url(aPath()), anAddress()))).quality())
                .contains("no-page", "http-404");
    }

    @Test
    void looksUpOthersWhileManyPagesOfASlowHostWait() {
        var seen = new CountDownLatch(1);
        var slow = IntStream.range(0, 24)
                .mapToObj(i -> aLink(WEB.on(aPath(), exchange -> awaitEnd(seen))))
                .toList();
        slow.forEach(SendRecords.toSharedBroker()::event);
        await().atMost(LONG).until(() -> items.find(slow.getLast().linkId()).isPresent());

        enriched(aLink(WEB.onPage(aPath(), TestPages.ENGLISH).replace("127.0.0.1", "localhost")));

        assertThat(slow.stream()
                        .map(LinkFound::linkId)
                        .filter(id -> !items.find(id).orElseThrow().awaitsEnrichment()))
                .hasSizeLessThan(16); // as many as eight workers end before they are free for another
        seen.countDown();
    }

    private static void awaitEnd(CountDownLatch seen) {
        try {
            var _ = seen.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void findsTheNameUnderWhichARepositoryRan() {
        var name = "queue-" + UUID.randomUUID();
        var owner = "ada-" + UUID.randomUUID();
        var then = new Place("tidings-weekly:past", 7, "projects", 3, "github.com/%s/old-%s".formatted(owner, name));
        var other = new Place("tidings-weekly:past", 7, "projects", 4, "github.com/%s/other-%s".formatted(owner, name));
        remember(then);
        remember(other);
        Stream.of(name, "old-" + name).forEach(each -> onGitHub(owner + "/" + each, owner, name));
        onGitHub(owner + "/other-" + name, owner, "other-" + name);

        var draft = asked(aRepository(owner, name));

        assertThat(draft.toPage().formerly()).containsExactly(URI.create("https://" + then.as()));
        var known =
                memory.recall(Map.of("it", RecallItems.trail(draft.item().withPage(draft.toPage(), TestLinks.NOW))));
        assertThat(known.get("it"))
                .singleElement()
                .returns(true, Ran::sure)
                .returns("ran in #7, item 3, as " + then.as(), Ran::text);
    }

    @Test
    void findsTheFormerOwnerOfARepositoryWhoseOwnerRanOften() {
        var name = "queue-" + UUID.randomUUID();
        var owner = "ada-" + UUID.randomUUID();
        var then = new Place("tidings-weekly:past", 7, "projects", 3, "github.com/former-%s/%s".formatted(owner, name));
        remember(then);
        IntStream.range(10, 20)
                .mapToObj(number -> new Place(
                        "tidings-weekly:past", number, "projects", 1, "github.com/%s/no-%d".formatted(owner, number)))
                .forEach(this::remember);
        Stream.of(owner, "former-" + owner).forEach(each -> onGitHub(each + "/" + name, owner, name));

        var draft = asked(aRepository(owner, name));

        assertThat(draft.toPage().formerly()).containsExactly(URI.create("https://" + then.as()));
    }

    private void remember(Place place) {
        memory.replace(
                "tidings-weekly:" + place.as().replaceAll("\\W", ""),
                1,
                Trail.of(TestLinks.PUBLICATION, URI.create("https://" + place.as())).all().stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> place)));
    }

    private Draft asked(Item repository) {
        var draft = new Draft(repository);
        new LookUpRepository(repositories).enrich(draft);
        new AskFormerNames(repositories, memory).enrich(draft);
        return draft;
    }

    private static void onGitHub(String asked, String owner, String name) {
        WEB.onBytes(
                "/github/repos/" + asked,
                "application/json",
                "{\"name\":\"%s\",\"owner\":{\"login\":\"%s\"},\"stargazers_count\":4321}"
                        .formatted(name, owner)
                        .getBytes(UTF_8));
    }

    private static Item aRepository(String owner, String name) {
        return TestItems.anItem("https://github.com/%s/%s".formatted(owner, name))
                .build();
    }

    private Item enriched(LinkFound link) {
        SendRecords.toSharedBroker().event(link);
        return await().atMost(LONG)
                .until(
                        () -> items.find(link.linkId()),
                        item -> item.filter(each -> !each.awaitsEnrichment()).isPresent())
                .orElseThrow();
    }

    private static Page page(Item item) {
        return item.page().orElseThrow();
    }

    private static String aPath() {
        return "/" + UUID.randomUUID();
    }
}
