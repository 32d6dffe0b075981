package app.tidings.notify.signup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.NotifySettings;
import app.tidings.notify.RunningNotify;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subscriber.AddressKeys;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.platform.limit.Budgets;
import app.tidings.platform.limit.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Double opt-in, from the outside. */
class SignUpIT extends RunningNotify {

    @Autowired
    private TakeSignUp takeSignUp;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SignUps signUps;

    @Autowired
    private SignUpBudget budget;

    @Autowired
    private Budgets budgets;

    @Autowired
    private AddressKeys keys;

    @Autowired
    private NotifySettings settings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LiveSubjects live;

    @Test
    void mailsALinkThatConfirmsOnceAButtonIsPressed() {
        var publication = aPublication();
        var address = anAddress("ada");

        signUp(publication, address, "zh");

        var mail = awaitMail(address, 1);
        assertThat(text(mail)).contains("潮汐周刊").doesNotContain(address);
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(confirmed(publication)).isZero();
        get(link(mail)).expectStatus().isOk();
        assertThat(confirmed(publication)).as("after a look").isZero();
        post(link(mail)).expectStatus().isOk();
        assertThat(confirmed(publication)).isOne();
    }

    @Test
    void confirmsWithEachLinkOnce() {
        var publication = aPublication();
        var address = anAddress("ada");
        signUp(publication, address, "en");
        var link = link(awaitMail(address, 1));
        post(link).expectStatus().isOk();

        assertThat(body(post(link))).contains("used already", "You are subscribed to Tidings Weekly");
        post(leaveLink(publication, address)).expectStatus().isOk();

        assertThat(post(link)
                        .expectStatus()
                        .isEqualTo(410)
                        .returnResult(String.class)
                        .getResponseBody())
                .contains("used already");
        assertThat(confirmed(publication)).isZero();
    }

    @Test
    void answersTheSameWhetherTheAddressIsKnownOrNot() {
        var publication = aPublication();
        var known = subscribed(publication, "ada", "zh");
        var unknown = anAddress("bob");

        assertThat(body(sign(publication, known, "zh"))).isEqualTo(body(sign(publication, unknown, "zh")));
        assertThat(body(form(publication, known))).isEqualTo(body(form(publication, unknown)));
    }

    @Test
    void leadsWhoIsSubscribedToThePreferences() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");

        signUp(publication, ada, "zh");

        assertThat(link(awaitMail(ada, 2))).startsWith("/subscribe/preferences?token=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"publication": "%s", "email": "nobody", "language": "zh"}                    | name@example.org
            {"publication": "%s", "email": "a\\r\\nBcc: b@c.net", "language": "zh"}       | not allowed
            {"publication": "%s", "email": "a@b.net\\r\\nRCPT TO:<c@d.net>", "language": "zh"} | not a domain name
            {"publication": "%s", "email": "a@localhost", "language": "zh"}               | not a domain name
            {"publication": "%s", "email": "a@b.net", "language": "tlh"}                  | must be one of zh, en
            {"publication": "%s", "email": "a@b.net"}                                     | language is missing
            {"publication": "%s", "language": "zh"}                                       | email is missing
            {"email": "a@b.net", "language": "zh"}                                        | publication is missing
            {"publication": "%s", "email": "a@b.net", "language": "zh", "confirmed": true} | there is no field /confirmed
            {"publication": "%s", "email": {"$ne": 1}, "language": "zh"}                  | wrong type
            {"publication": "%s",                                                         | not valid JSON
            """)
    void saysWhatIsWrongWithASignUp(String json, String problem) {
        var answer = postJson(json.replace("%s", aPublication()));

        answer.expectStatus().isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(answer)).contains(problem);
    }

    @Test
    void knowsNoPublicationThatNobodyToldOf() {
        sign("no-such", "a@example.net", "zh").expectStatus().isNotFound();
        sign("$where", "a@example.net", "zh").expectStatus().isNotFound();
    }

    @Test
    void saysOnThePageWhatIsWrongWithAnAddress() {
        var publication = aPublication();

        var answer = form(publication, "<script>alert(1)</script>");

        answer.expectStatus().isBadRequest();
        assertThat(body(answer))
                .contains("这个邮箱地址用不了")
                .contains("&lt;script>alert(1)&lt;/script>")
                .doesNotContain("<script>");
    }

    @Test
    void tellsAMachineThatFillsInEverythingTheSameAndDoesNothing() {
        var publication = aPublication();
        var address = anAddress("bot");

        var answer = web().post()
                .uri("/subscribe")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("publication=%s&email=%s&language=zh&website=x".formatted(publication, address))
                .exchange();

        assertThat(body(answer)).isEqualTo(body(form(publication, anAddress("ada"))));
        awaitMail(subscribed(publication, "other", "zh"), 1);
        assertThat(mailsTo(address)).isEmpty();
    }

    @Test
    void floodsNobodyWhomStrangersSignUp() throws Exception {
        var publication = aPublication();
        var victim = anAddress("victim");
        try (var strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = IntStream.range(0, 100)
                    .mapToObj(i -> strangers.submit(
                            () -> i % 2 == 0 ? sign(publication, victim, "zh") : form(publication, victim)))
                    .toList();
            for (Future<ResponseSpec> post : posts) {
                post.get().expectStatus().isAccepted();
            }
            var jobs = IntStream.range(0, 4)
                    .mapToObj(i -> strangers.submit(() -> IntStream.range(0, 2500)
                            .forEach(j -> takeSignUp.run(new SignUp(publication, victim, "zh")))))
                    .toList();
            for (var job : jobs) {
                job.get();
            }
        }

        awaitMail(victim, 1);
        assertThat(subscriber(victim).mailings().count()).isOne();
        assertThat(mailsTo(victim)).hasSize(1);
    }

    @Test
    void floodsNoMailboxWhateverTagsStrangersGiveIt() {
        var publication = aPublication();
        var victim = anAddress("victim");
        for (var i = 0; i < 20; i++) {
            sign(publication, victim.replace("@", "+" + i + "@"), "zh")
                    .expectStatus()
                    .isAccepted();
        }
        eventually().until(() -> signUps.jobs().count() == 0);

        assertThat(mails(victim, 0, 20)).isOne();
    }

    @Test
    void mailsAMailboxThreeTimesInThirtyDaysWhereNobodyConfirms() {
        var publication = aPublication();
        var victim = anAddress("victim");

        IntStream.range(0, 30).forEach(day -> onDay(day, publication, victim.replace("@", "+" + day + "@")));
        assertThat(mails(victim, 0, 30)).isEqualTo(3);
        onDay(30, publication, victim.replace("@", "+30@"));

        assertThat(mails(victim, 30, 31)).isOne();
    }

    @Test
    void leadsWhoIsSubscribedToThePreferencesThreeTimesInThirtyDays() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var before = subscriber(ada).mailings().count();

        IntStream.range(0, 30).forEach(day -> onDay(day, publication, ada));

        assertThat(subscriber(ada).mailings().count() - before).isEqualTo(3);
    }

    private void onDay(int day, String publication, String address) {
        InstantSource clock = () -> Instant.now().plus(Duration.ofDays(day));
        new TakeSignUp(subscribers, new SignUpBudget(budgets, keys, settings, clock), ledger, live, clock)
                .run(new SignUp(publication, address, "zh"));
    }

    private int mails(String mailbox, int fromTag, int toTag) {
        return IntStream.range(fromTag, toTag)
                .map(tag -> subscriber(mailbox.replace("@", "+" + tag + "@"))
                        .mailings()
                        .count())
                .sum();
    }

    private Subscriber subscriber(String address) {
        return subscribers.keepFirst(EmailAddress.of(address), Instant.now());
    }

    @Test
    void believesTheLineThatItsProxyAdded() {
        var publication = aPublication();
        var address = anAddress("ada");
        signUp(publication, address, "zh");
        var link = link(awaitMail(address, 1));

        web().post()
                .uri(URI.create("http://127.0.0.1:" + port() + link))
                .header("X-Forwarded-For", "198.51.100.66", "192.0.2.7")
                .exchange()
                .expectStatus()
                .isOk();

        var consent = subscriber(address).to(publication).orElseThrow().consent();
        assertThat(Objects.requireNonNull(consent).origin()).isEqualTo(budget.hashOf(new Origin("192.0.2.7", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host", "X-Forwarded-Server", "Forwarded", "X-Original-Host"})
    void mailsLinksOfTheConfiguredAddressWhateverARequestSays(String header) {
        var publication = aPublication();
        var address = anAddress("ada");

        web().post()
                .uri("/api/v1/subscribers")
                .header(header, header.equals("Forwarded") ? "host=evil.example;proto=http" : "evil.example")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json(publication, address, "zh"))
                .exchange()
                .expectStatus()
                .isAccepted();

        assertThat(text(awaitMail(address, 1)))
                .contains("https://news.example.org/subscribe/confirm?token=")
                .doesNotContain("evil");
    }

    @Test
    void showsTheFormInBothLanguages() {
        var publication = aPublication();

        assertThat(body(get("/subscribe?publication=" + publication))).contains("订阅《潮汐周刊》", "lang=\"zh\"");
        assertThat(body(get("/subscribe?publication=" + publication + "&lang=en")))
                .contains("Subscribe to Tidings Weekly", "lang=\"en\"");
        get("/subscribe?publication=nothing").expectStatus().isNotFound();
        assertThat(body(get("/subscribe?publication=Win+a+prize")))
                .contains("Tidings")
                .doesNotContain("Win a prize");
        web().head()
                .uri("/subscribe?publication=" + publication)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void tellsNumbersToThoseWhoMayKnowThem() {
        var publication = aPublication();
        subscribed(publication, "ada", "zh");

        get("/api/v1/subscribers/count?publication=" + publication)
                .expectStatus()
                .isUnauthorized();
        asEditor()
                .get()
                .uri("/api/v1/subscribers/count?publication=" + publication)
                .exchange()
                .expectBody()
                .json("{\"publication\": \"%s\", \"confirmed\": 1, \"paused\": 0}".formatted(publication));
        asEditor()
                .get()
                .uri("/api/v1/subscribers/count?publication=$ne")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private long confirmed(String publication) {
        return subscribers.countConfirmed(publication, false);
    }

    /** The link that an issue would carry. */
    private String leaveLink(String publication, String address) {
        var id = subscribers.keepFirst(EmailAddress.of(address), Instant.now()).id();
        return path(links.unsubscribe(new Claim(id, publication, 0)));
    }

    private ResponseSpec sign(String publication, String address, String language) {
        return postJson(json(publication, address, language));
    }

    private ResponseSpec postJson(String json) {
        return web().post()
                .uri("/api/v1/subscribers")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private static String json(String publication, String address, String language) {
        return "{\"publication\": \"%s\", \"email\": \"%s\", \"language\": \"%s\"}"
                .formatted(publication, address, language);
    }

    private ResponseSpec form(String publication, String address) {
        return web().post()
                .uri("/subscribe")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("publication=%s&email=%s&language=zh".formatted(publication, URLEncoder.encode(address, UTF_8)))
                .exchange();
    }

    private static String body(ResponseSpec answer) {
        return String.valueOf(answer.returnResult(String.class).getResponseBody());
    }
}
