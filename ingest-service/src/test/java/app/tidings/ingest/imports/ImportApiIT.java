package app.tidings.ingest.imports;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.ingest.SourcesTest;
import app.tidings.ingest.opml.Opml.Outline;
import app.tidings.ingest.opml.OpmlApi;
import app.tidings.ingest.source.AddSources;
import app.tidings.platform.jobs.Jobs.Job;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ImportApiIT extends SourcesTest {

    @Autowired
    private Imports imports;

    @Autowired
    private ImportParts parts;

    @Autowired
    private ContinueImport continueImport;

    @Autowired
    private AddSources addSources;

    private OpmlApi lists;

    @BeforeEach
    void openLists() {
        lists = new OpmlApi(api());
    }

    /** Of sources that are paused, so that the poller of the shared context is not busy with them while other tests run. */
    private static String feeds(int count) {
        var settings = "{\"name\":\"F\",\"weight\":50,\"standing\":{\"type\":\"paused\"},"
                + "\"connector\":{\"kind\":\"feed\",\"feedUrl\":\"http://10.0.0.1/N\"}}";
        return IntStream.range(0, count)
                .mapToObj(i -> "<outline tidings:settings='%s'/>".formatted(settings.replace("/N", "/" + i)))
                .collect(Collectors.joining(
                        "", "<opml xmlns:tidings='https://tidings.app/ns/opml'><body>", "</body></opml>"));
    }

    @Test
    void takesAListTwiceWithTheSameResultAndTellsWhatItRefuses() {
        var list = """
                <opml><body>
                  <outline title="One" xmlUrl="%1$s"/><outline title="Two" xmlUrl="https://two.example/feed"/>
                  <outline title="One again" xmlUrl="%1$s#again"/><outline title="Mail" xmlUrl="mailto:a@two.example"/>
                </body></opml>""".formatted(web.url("/feed"));

        var first = lists.run(publication, list);
        var second = lists.run(publication, list);

        assertThat(first)
                .containsEntry("total", 4)
                .containsEntry("added", 2)
                .containsEntry("alreadyThere", 1)
                .containsEntry("refused", 1)
                .containsEntry("flaw", null);
        assertThat(Instant.parse(text(first, "endedAt"))).isAfterOrEqualTo(Instant.parse(text(first, "startedAt")));
        assertThat(list(first, "refusals"))
                .isEqualTo(List.of(Map.of(
                        "line",
                        3,
                        "name",
                        "mailto:a@two.example",
                        "reason",
                        "feedUrl is not an address that can be fetched: not an http or https address")));
        assertThat(second).containsEntry("added", 0).containsEntry("alreadyThere", 3);
        assertThat(lists.written(publication))
                .contains("xmlUrl=\"https://two.example/feed\"", "title=\"One\"")
                .doesNotContain("again");
    }

    @Test
    void saysWhereItTellsOfItself() {
        var taken = lists.send(publication, "<opml/>", "").expectStatus().isAccepted();

        var report = object(taken);
        taken.expectHeader().location("/api/v1/sources/imports/" + report.get("id"));
        assertThat(report).containsEntry("state", "done").containsEntry("total", 0);
        api().get()
                .uri("/api/v1/sources/imports/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void knowsASourceAtTheAddressToWhichItHasMoved() {
        var id = sources.add(publication, web.url("/old"));
        put(id, Map.of("name", "N", "version", 1, "feedUrl", web.url("/new")))
                .expectStatus()
                .isOk();
        var list = lists.written(publication);
        assertThat(list).contains(web.url("/new"));

        assertThat(object(lists.send(publication, list, "&dry-run=true")))
                .containsEntry("added", 0)
                .containsEntry("alreadyThere", 1);
        assertThat(lists.run(publication, list)).containsEntry("added", 0).containsEntry("alreadyThere", 1);
        assertThat(lists.written(publication)).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "Multipart/mixed",
                "application/x-www-form-urlencoded"
            })
    void saysHowAListIsSentToWhoeverSendsItInAForm(String type) {
        api().post()
                .uri("/api/v1/sources/imports?publication={p}", publication)
                .header("Content-Type", type)
                .body("<opml><body/></opml>".getBytes(UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("Content-Type: text/x-opml"));
    }

    @Test
    void tellsWhatWouldBeAddedAndAddsNothing() {
        sources.add(publication, web.url("/there"));
        var list = "<opml><body><outline text='F'><outline text='N' xmlUrl='https://n.example/f'/></outline>"
                + "<outline xmlUrl='%s'/><outline xmlUrl='x:'/></body></opml>".formatted(web.url("/there"));

        var told = object(
                lists.send(publication, list, "&dry-run=true").expectStatus().isOk());

        assertThat(told)
                .containsEntry("total", 3)
                .containsEntry("added", 1)
                .containsEntry("alreadyThere", 1)
                .containsEntry("refused", 1)
                .containsEntry("fresh", List.of(Map.of("name", "N", "host", "n.example", "folder", List.of("F"))));
        assertThat(lists.written(publication)).doesNotContain("n.example");
        assertThat(List.of("imports", "importJobs", "importParts"))
                .allSatisfy(each -> assertThat(database.getCollection(each)
                                .find(Filters.regex("_id", "^" + publication + ":"))
                                .first())
                        .isNull());
    }

    @Test
    void namesAllThatWouldBeAdded() {
        var told = object(lists.send(publication, feeds(300), "&dry-run=true"));

        assertThat(list(told, "fresh")).hasSize(300);
    }

    @Test
    void takesTenThousandFeedsAndTellsHowFarItIs() {
        var id = lists.begin(publication, feeds(10_000));

        var halfway = await().atMost(LONG)
                .until(() -> lists.get(id), report -> report.get("added") instanceof Integer added && added > 0);
        assertThat(halfway).containsEntry("total", 10_000);
        assertThat(lists.awaitEnd(id)).containsEntry("added", 10_000).containsEntry("flaw", null);
        assertThat(lists.written(publication).split("xmlUrl=")).hasSize(10_001);
        forgetAll();
    }

    private void forgetAll() {
        database.getCollection("sources").deleteMany(new Document("source.publicationId", publication));
        database.getCollection("buckets").updateMany(new Document(), Updates.inc("changes", 1L));
    }

    @Test
    void countsWhatAKilledReplicaAddedAndDidNotTell() {
        var begun = begun(600);
        parts.keep(begun.id(), drafts(begun, 600).sources());
        imports.keep(begun);
        addSources.keep(drafts(begun, Import.PART).sources(), 0);

        var again = continueImport.run(new Job(begun.id(), 1, 0, 0));

        assertThat(again).isEmpty();
        assertThat(imports.find(begun.id()).orElseThrow())
                .isEqualTo(new Import(
                        begun.id(),
                        publication,
                        600,
                        3,
                        3,
                        600,
                        0,
                        0,
                        List.of(),
                        null,
                        begun.startedAt(),
                        imports.find(begun.id()).orElseThrow().endedAt()));
        assertThat(parts.find(begun.id(), 0)).isEmpty();
        forgetAll();
    }

    @Test
    void removesAListThatNeverCameInWhole() {
        var begun = begun(600);
        parts.keep(begun.id(), drafts(begun, 600).sources());

        assertThat(continueImport.run(new Job(begun.id(), 1, 0, 0))).isNotEmpty();
        assertThat(parts.find(begun.id(), 2)).isNotEmpty();

        assertThat(continueImport.run(new Job(begun.id(), 61, 60, 0))).isEmpty();
        assertThat(IntStream.range(0, 3).mapToObj(part -> parts.find(begun.id(), part)))
                .allSatisfy(part -> assertThat(part).isEmpty());
        assertThat(lists.written(publication)).doesNotContain("xmlUrl");
    }

    private Import begun(int count) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Import.begun(publication + ":1", publication, drafts(now, count), null, now);
    }

    private DraftList drafts(Import begun, int count) {
        return drafts(begun.startedAt(), count);
    }

    private DraftList drafts(Instant now, int count) {
        var outlines = IntStream.range(0, count)
                .mapToObj(i -> new Outline(i, "N", "http://10.0.0.2/" + i, null, List.of(), List.of(), null))
                .toList();
        return DraftList.of(publication, outlines, now, (_, _) -> {});
    }

    @Test
    void takesTheHostForANameOfWhichNothingIsSeen() {
        lists.run(
                publication, "<opml><body><outline title='&#x202e;' xmlUrl='https://two.example/feed'/></body></opml>");

        assertThat(lists.written(publication)).contains("title=\"two.example\"");
    }

    /** Other bodies have a bound of 4 MB. */
    @Test
    void takesAListThatIsLargerThanOtherBodies() {
        var list = "<opml>%s<body/></opml>".formatted(" ".repeat(5_000_000));

        lists.send(publication, list, "").expectStatus().isAccepted();

        post("/api/v1/sources", list).expectStatus().isEqualTo(413);
    }

    @Test
    void refusesAListThatIsNoneOrTooLong() {
        lists.send(publication, "<rss/>", "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the document is not OPML: its first element is not <opml>");
        lists.send(publication, "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><opml><body/></opml>", "")
                .expectStatus()
                .isBadRequest();
        lists.send(publication, feeds(20_001), "")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the list has more than 20,000 feeds, and none of them was added: split it");
        assertThat(lists.written(publication)).doesNotContain("xmlUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE opml [<!ENTITY x SYSTEM '%s'>]>",
                "<!DOCTYPE opml [<!ENTITY %% p '<!ENTITY x SYSTEM \"%s\">'> %%p;]>",
                "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;'>]>"
            })
    void refusesAListWithEntitiesOfItsOwnAndFetchesNone(String doctype) {
        var list = doctype.formatted(web.url("/evil"))
                + "<opml><body><outline text='&x;' xmlUrl='https://a.example/'/></body></opml>";

        lists.send(publication, list, "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the document defines XML entities of its own, which is refused for safety");
        assertThat(web.requests("/evil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE opml SYSTEM '%s'>", "<!DOCTYPE opml [<!ENTITY %% p SYSTEM '%s'> %%p;]>"})
    void readsNoDefinitionOfADocumentFromElsewhere(String doctype) {
        var list = doctype.formatted(web.url("/evil"))
                + "<opml><body><outline xmlUrl='https://a.example/'/></body></opml>";

        assertThat(object(lists.send(publication, list, "&dry-run=true"))).containsEntry("added", 1);
        assertThat(web.requests("/evil")).isEmpty();
    }

    @Test
    void refusesAProxyThatTheOperatorDoesNotAllow() {
        var list = "<opml xmlns:tidings='https://tidings.app/ns/opml'><body><outline text='x' tidings:settings='"
                + "{\"name\":\"x\",\"weight\":50,\"connector\":{\"kind\":\"feed\",\"feedUrl\":\"https://opml.invalid/3\"},"
                + "\"request\":{\"proxy\":\"http://10.0.0.1:3128\"}}'/></body></opml>";

        assertThat(lists.run(publication, list)).containsEntry("added", 0).containsEntry("refused", 1);
    }
}
