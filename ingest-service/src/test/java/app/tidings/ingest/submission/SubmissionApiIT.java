package app.tidings.ingest.submission;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.contracts.LinkEvent.LinkSeenAgain;
import app.tidings.contracts.Sighting;
import app.tidings.platform.testing.ReadTopic;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Submissions by programs, from the request to the topic. */
class SubmissionApiIT extends SubmissionTest {

    @Autowired
    private TakeSubmission takeSubmission;

    @Autowired
    private OpenSubmissions open;

    @Test
    void becomesALinkThatNamesItsContributorAndNoContact() {
        var weekly = told();

        var answer = submit(Map.of(
                "publication", weekly,
                "url", page + "?utm_source=mail",
                "title", "uv 为什么这么快？",
                "note", "读一读",
                "name", "小明",
                "link", "https://xm.example/",
                "contact", "xm@mail.example",
                "language", "zh"));

        var receipt = created(answer);
        answer.expectHeader()
                .value(
                        HttpHeaders.LOCATION,
                        to -> assertThat(to).isEqualTo("/api/v1/submissions/receipts/" + token(receipt)));
        assertThat(receipt)
                .containsEntry("state", "received")
                .containsEntry("url", page)
                .containsEntry("contactKept", true);
        var found = (LinkFound) told(weekly, page, 1).getFirst();
        assertThat(found.title()).isEqualTo("uv 为什么这么快？");
        assertThat(found.teaser()).isEqualTo("读一读");
        assertThat(found.sightings())
                .extracting(Sighting::sourceId, Sighting::shownUrl, Sighting::contributor)
                .containsExactly(tuple(
                        weekly + ":submissions",
                        URI.create(page + "?utm_source=mail"),
                        new Credit("小明", URI.create("https://xm.example/"))));
        assertThat(ReadTopic.records(LinkEvent.TOPIC, found.linkId()))
                .allSatisfy(
                        record -> assertThat(new String(record.value(), UTF_8)).doesNotContain("mail.example"));
    }

    /** Nobody has signed in, and many may come at the same time. */
    @Test
    void mayNotBeLarge() {
        var wish = Map.of("publication", told(), "url", page);

        submit(with(wish, "note", "x".repeat(60_000))).expectStatus().isBadRequest();
        submit(with(wish, "note", "x".repeat(70_000))).expectStatus().isEqualTo(413);
    }

    @Test
    void namesBothWhoSubmitOneLinkAndTellsBoth() {
        var weekly = told();

        var first = submitted(weekly, page, "Ada");
        var second = submitted(weekly, page + "/#top", "Lin");

        assertThat(second).containsEntry("state", "already-received");
        assertThat(receipt(token(first))).containsEntry("state", "received");
        assertThat(told(weekly, page, 2).getLast())
                .isInstanceOfSatisfying(
                        LinkSeenAgain.class,
                        again -> assertThat(credits(again))
                                .extracting(Credit::name)
                                .containsExactly("Ada", "Lin"));
    }

    @Test
    void takesTheSameOfTheSameOnceThoughItIsPostedTwice() {
        var weekly = told();
        var wish = Map.of("publication", weekly, "url", page, "name", "Ada");

        var first = created(keyed("one", wish));
        var again = created(keyed("one", wish));
        var other = created(keyed("two", wish));
        var anothers = created(keyed("one", with(wish, "name", "Lin")));

        assertThat(again).containsEntry("id", first.get("id")).containsEntry("submittedAt", first.get("submittedAt"));
        assertThat(Set.of(text(first, "id"), text(other, "id"), text(anothers, "id")))
                .hasSize(3);
        assertThat(credits(told(weekly, page, 2).getLast()))
                .extracting(Credit::name)
                .containsExactly("Ada", "Lin");
    }

    private ResponseSpec keyed(String key, Map<String, ?> wish) {
        return stranger()
                .post()
                .uri("/api/v1/submissions")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(wish)
                .exchange();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin    | yes                   | there is no field /admin",
                "url      | javascript:alert(1)   | url not an http or https address",
                "url      | https://u:p@a.example | url contains a user name",
                "url      | ''                    | url is missing",
                "url      | http://10.0.0.1/x     | url leads to a host that is not public",
                "url      | http://[fd00::1]/x    | url leads to a host that is not public",
                "link     | javascript:alert(1)   | link not an http or https address",
                "contact  | x                     | contact is not one that can be used",
                "language | zh_CN;x               | language is not one that can be used",
            })
    void saysWhatCannotBeUsed(String field, String value, String detail) {
        var wish = Map.of("publication", told(), "url", page, "name", "Ada");

        assertThat(problem(submit(with(wish, field, value)), 400)).startsWith(detail);
    }

    @Test
    void refusesWhatIsTooLongAndAddressesWithLineBreaks() {
        var wish = Map.of("publication", told(), "url", page);

        assertThat(problem(submit(with(wish, "note", "x".repeat(50_000))), 400))
                .isEqualTo("note is longer than 2000 characters");
        assertThat(problem(submit(with(wish, "contact", "a@mail.example\r\nBcc: b@mail.example")), 400))
                .isEqualTo("contact is not one that can be used");
        assertThat(problem(submit(with(wish, "url", page + "\r\nHost: a.example")), 400))
                .isEqualTo("url contains a control character");
        assertThat(problem(submit(with(wish, "url", Map.of("$ne", ""))), 400))
                .isEqualTo("a field has the wrong type: /url");
        assertThat(problem(submit(with(wish, "link", page)), 400)).startsWith("name is missing");
    }

    @Test
    void saysThatAPublicationIsNoneOrTakesNone() {
        told("closed-weekly");

        assertThat(problem(submit(Map.of("publication", "weekyl", "url", page)), 404))
                .isEqualTo("there is no publication weekyl");
        assertThat(problem(submit(Map.of("publication", "closed-weekly", "url", page)), 403))
                .isEqualTo("the publication takes no submissions");
    }

    @Test
    void keepsNoMarkupLineBreakOrTurnedTextOfAName() {
        var weekly = told();

        submit(Map.of(
                        "publication",
                        weekly,
                        "url",
                        page,
                        "title",
                        "<b>A</b>\r\nSubject: x\u202e",
                        "name",
                        "<script>alert(1)</script>A\u202eda <i>B</i>\r\nBcc: c"))
                .expectStatus()
                .isCreated();

        var found = (LinkFound) told(weekly, page, 1).getFirst();
        assertThat(credits(found)).extracting(Credit::name).containsExactly("Ada B Bcc: c");
        assertThat(found.title()).isEqualTo("<b>A</b> Subject: x");
    }

    @Test
    void takesNoMoreOfOneNetworkThanItMayAndSaysWhenItWillAgain() {
        var weekly = told();
        var many = IntStream.range(0, 20)
                .mapToObj(i -> from("203.0.113." + i, weekly, "https://h%d.example/".formatted(i)))
                .toList();

        var over = from("203.0.113.77, 203.0.113.99", weekly, "https://over.example/");

        assertThat(many).allSatisfy(each -> each.expectStatus().isCreated());
        over.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "3600");
        assertThat(problem(over, 429)).isEqualTo("too much was submitted; try again in an hour");
        from("198.51.100.1", weekly, "https://over.example/").expectStatus().isCreated();
        from("2001:db8:1:2:3::4", weekly, "https://six.example/").expectStatus().isCreated();
        assertThat(database.getCollection("budgets")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .doesNotContain("203.0.113", "-53,0,113", "198.51.100");
    }

    @Test
    void takesNoMorePagesOfOneHostThanItMay() {
        var weekly = told();
        IntStream.range(0, 8).forEach(i -> submitted(weekly, page + i, "Ada"));

        submit(Map.of("publication", weekly, "url", page + 9)).expectStatus().isEqualTo(429);

        submit(Map.of("publication", told(), "url", page + 9)).expectStatus().isCreated();
    }

    private ResponseSpec from(String address, String weekly, String url) {
        return stranger(address)
                .post()
                .uri("/api/v1/submissions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("publication", weekly, "url", url))
                .exchange();
    }

    private List<String> allPages(String query) {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var read = listed(query + next);
            list(read, "submissions").forEach(each -> seen.add(String.valueOf(((Map<?, ?>) each).get("url"))));
            next = read.get("next") == null ? "" : "&cursor=" + read.get("next");
        } while (!next.isEmpty());
        return seen;
    }

    /** So that a request for what is rare does not read the whole store. */
    @Test
    void findsForEditorsWhatIsRareOverSeveralPages() {
        var weekly = told();
        submitted(weekly, page + 1, "Ada");
        submitted(weekly, page + 1, "Lin");
        var collection = database.getCollection("submissions");
        var any = Objects.requireNonNull(
                collection.find(Filters.eq("submission.publicationId", weekly)).first());
        var many = IntStream.range(0, 1_001)
                .mapToObj(i -> {
                    var copy = Document.parse(any.toJson());
                    var submission = copy.get("submission", Document.class);
                    submission
                            .append("id", weekly + ":" + i)
                            .append("linkId", weekly + ":none")
                            .append("at", new Date(System.currentTimeMillis() + i));
                    return copy.append("_id", weekly + ":" + i);
                })
                .toList();
        collection.insertMany(many);

        var first = listed("?state=already-received&publication=" + weekly);

        assertThat(list(first, "submissions")).isEmpty();
        assertThat(first.get("next")).isNotNull();
        assertThat(allPages("?state=already-received&publication=" + weekly)).containsExactly(page + 1);
    }

    @Test
    void showsEditorsAllPageByPageAndThoseOfAState() {
        var weekly = told();
        var one = submitted(weekly, page + 1, "Ada");
        IntStream.range(2, 6).forEach(i -> submitted(weekly, page + i, "Ada"));
        submitted(weekly, page + 1, "Lin");

        assertThat(allPages("?limit=4&publication=" + weekly))
                .containsExactly(page + 1, page + 5, page + 4, page + 3, page + 2, page + 1);
        assertThat(list(listed("?state=already-received&publication=" + weekly), "submissions"))
                .singleElement()
                .satisfies(each ->
                        assertThat(((Map<?, ?>) each).get("link")).isEqualTo(Ids.link(weekly, text(one, "url"))));
        api().get()
                .uri("/api/v1/submissions?state=lost")
                .exchange()
                .expectStatus()
                .isBadRequest();
        api().get()
                .uri("/api/v1/submissions?cursor=x")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private Map<String, Object> listed(String query) {
        return object(api().get()
                .uri("/api/v1/submissions" + query)
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void letsEditorsAloneListAndRemove() {
        var weekly = told();
        var receipt = created(submit(Map.of("publication", weekly, "url", page, "contact", "a@mail.example")));
        var one = "/api/v1/submissions/" + text(receipt, "id");

        stranger().get().uri("/api/v1/submissions").exchange().expectStatus().isUnauthorized();
        stranger().delete().uri(one).exchange().expectStatus().isUnauthorized();
        assertThat(list(listed("?publication=" + weekly), "submissions").toString())
                .contains("a@mail.example");
        api().delete().uri(one).exchange().expectStatus().isNoContent();

        api().delete().uri(one).exchange().expectStatus().isNotFound();
        stranger()
                .get()
                .uri("/api/v1/submissions/receipts/" + token(receipt))
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(everythingThatIsKept()).doesNotContain("a@mail.example");
    }

    @Test
    void keepsTheContactNowhereElseAndErasesIt() {
        var receipt = created(submit(Map.of("publication", told(), "url", page, "contact", "b@mail.example")));
        var contact = "/api/v1/submissions/receipts/%s/contact".formatted(token(receipt));

        assertThat(everythingThatIsKept().split("b@mail.example", -1)).hasSize(2);
        stranger().delete().uri(contact).exchange().expectStatus().isNoContent();
        stranger().delete().uri(contact).exchange().expectStatus().isNoContent();

        assertThat(everythingThatIsKept()).doesNotContain("b@mail.example");
        assertThat(receipt(token(receipt))).containsEntry("contactKept", false).containsEntry("state", "received");
    }

    private String everythingThatIsKept() {
        var kept = new StringBuilder();
        for (var name : database.listCollectionNames()) {
            database.getCollection(name).find().forEach(document -> kept.append(document.toJson()));
        }
        return kept.toString();
    }

    @Test
    void takesUpWhatAKillLeftBetweenTheSubmissionAndItsLink() {
        var weekly = told();
        var id = text(submitted(weekly, page, "Ada"), "id");
        told(weekly, page, 1);
        var link = Ids.link(weekly, page);
        database.getCollection("links").deleteOne(Filters.eq("_id", link));
        open.open(id, Instant.now());

        takeSubmission.takeUpWhatWasLeft();
        assertThat(links(link)).isEmpty();
        database.getCollection("openSubmissions").updateOne(Filters.eq("_id", id), Updates.set("due", new Date(0)));
        takeSubmission.takeUpWhatWasLeft();

        assertThat(links(link)).hasSize(1);
        assertThat(database.getCollection("openSubmissions").countDocuments(Filters.eq("_id", id)))
                .isZero();
    }

    private List<Document> links(String id) {
        return database.getCollection("links").find(Filters.eq("_id", id)).into(new ArrayList<>());
    }

    @Test
    void opensNoReceiptWithATokenThatIsChangedAnywhere() {
        var token = token(submitted(told(), page, "Ada"));
        var forged = new HashSet<String>();
        for (var i = 0; i < token.length(); i++) {
            var sign = token.charAt(i);
            forged.add(token.substring(0, i) + (sign == 'A' ? 'B' : 'A') + token.substring(i + 1));
        }

        assertThat(forged)
                .allSatisfy(each -> stranger()
                        .get()
                        .uri(URI.create(address("/api/v1/submissions/receipts/" + each)))
                        .exchange()
                        .expectStatus()
                        .isNotFound());
    }

    private static String problem(ResponseSpec answer, int status) {
        return text(object(answer.expectStatus().isEqualTo(status)), "detail");
    }
}
