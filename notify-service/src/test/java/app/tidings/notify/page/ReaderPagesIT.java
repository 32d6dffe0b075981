package app.tidings.notify.page;

import static app.tidings.notify.TestEditions.aProfile;
import static app.tidings.notify.TestEditions.anEdition;
import static app.tidings.notify.TestEditions.inChineseAlone;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.notify.RunningNotify;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.Subscriber;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.notify.subscriber.Subscription.State;
import app.tidings.platform.testing.SendRecords;
import app.tidings.platform.token.SignedTokens;
import app.tidings.platform.token.TokenKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What the links in mails lead to. */
class ReaderPagesIT extends RunningNotify {

    private static final URI PUBLIC_URL = URI.create("https://news.example.org");

    private final SendRecords render = SendRecords.toSharedBroker();

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Test
    void unsubscribesWithOneClickAndTwiceIsTheSame() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        render.event(anEdition(publication, "zh"));
        var mail = awaitMail(ada, 2);
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");

        var first = oneClick(unsubscribeLink(mail));
        var second = oneClick(unsubscribeLink(mail));

        first.expectStatus().isOk().expectHeader().doesNotExist(HttpHeaders.LOCATION);
        second.expectStatus().isOk().expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
        assertThat(body(first)).isEqualTo(body(second)).contains("已经退订");
        assertThat(state(ada, publication)).isEqualTo(State.LEFT);
    }

    @Test
    void unsubscribesNobodyBecauseAProgramOpenedTheLink() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var link = path(links.unsubscribe(claim(ada, publication)));

        for (var i = 0; i < 1000; i++) {
            get(link).expectStatus().isOk();
        }

        assertThat(state(ada, publication)).isEqualTo(State.CONFIRMED);
        assertThat(body(get(link))).contains("<button").contains("退订《潮汐周刊》");
    }

    @Test
    void sendsNothingToWhoUnsubscribedBetweenFreezingAndSending() throws Exception {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var bob = subscribed(publication, "bob", "zh");
        var edition = anEdition(publication, "zh");
        SINK.greeting("421 away");
        SINK.hangUpOnEverybody();
        try {
            render.event(edition);
            eventually()
                    .untilAsserted(() -> assertThat(counts(edition.editionId())).contains("\"open\":2"));
            oneClick(path(links.unsubscribe(claim(ada, publication))))
                    .expectStatus()
                    .isOk();
            assertThat(counts(edition.editionId())).contains("\"open\":1", "\"skipped\":1");
        } finally {
            SINK.greeting("220 relay");
        }

        awaitMail(bob, 2);
        eventually().untilAsserted(() -> assertThat(counts(edition.editionId())).contains("\"phase\":\"DONE\""));
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void letsAReaderChooseLanguageAndPause() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var preferences = path(links.preferences(claim(ada, publication)));
        assertThat(body(get(preferences))).contains("潮汐周刊", "name=\"on." + publication + "\" checked");

        choose(preferences, publication, "on.%s=on&language.%s=en")
                .expectStatus()
                .isOk();
        render.event(anEdition(publication, "zh"));
        render.event(anEdition(publication, "en"));
        assertThat(header(awaitMail(ada, 2), "Content-Language")).isEqualTo("en");

        choose(preferences, publication, "on.%s=on&language.%s=en&paused.%s=on")
                .expectStatus()
                .isOk();
        assertThat(subscriber(ada).refusal(publication)).isPresent();
        choose(preferences, publication, "language.%s=en").expectStatus().isOk();
        assertThat(state(ada, publication)).isEqualTo(State.LEFT);
        choose(preferences, publication, "on.%s=on&language.%s=tlh")
                .expectStatus()
                .isBadRequest();
        assertThat(mailsTo(ada)).hasSize(2);
    }

    @Test
    void opensThePreferencesWithAFreshLinkAlone() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var ofIssue = path(links.askForPreferences(claim(ada, publication)));

        assertThat(body(get(ofIssue))).contains("寄给我").doesNotContain("checkbox");
        choose(ofIssue, publication, "language.%s=en").expectStatus().isOk();

        assertThat(state(ada, publication)).isEqualTo(State.CONFIRMED);
        assertThat(body(get(link(awaitMail(ada, 2))))).contains("checkbox");
    }

    @ParameterizedTest
    @CsvSource({"confirm", "preferences", "unsubscribe"})
    void saysOfATokenThatIsNoneThatItIsNone(String page) {
        for (var token : List.of("", "x", "v1.k1.AAAA.BBBB", "%00", "%3Cscript%3E")) {
            var link = "/subscribe/" + page + "?token=" + token;
            get(link).expectStatus().isBadRequest();
            post(link).expectStatus().isBadRequest();
            assertThat(body(get(link)))
                    .contains("这个链接无效", "href=\"https://news.example.org/subscribe?lang=zh\"")
                    .doesNotContain("<script>");
        }
        get("/subscribe/" + page).expectStatus().isBadRequest();
        assertThat(body(get("/subscribe/" + page + "?lang=en")))
                .contains("This link does not work", "href=\"https://news.example.org/subscribe?lang=en\"");
    }

    @Test
    void showsBeforeAndBehindUnsubscribingWhatElseThereIs() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var link = path(links.unsubscribe(claim(ada, publication)));

        var before = Jsoup.parse(body(get(link))).select(".onward a");
        var after = Jsoup.parse(body(post(link + "&lang=en"))).select(".onward a");

        assertThat(before.text()).isEqualTo("只想暂停，或者换一种语言");
        assertThat(body(get(path(before.attr("href"))))).contains("<html lang=\"zh\">", "24 小时内有效");
        assertThat(after.text()).isEqualTo("Subscribe");
        assertThat(body(get(path(after.attr("href"))))).contains("Subscribe to Tidings Weekly");
    }

    @Test
    void asksForNoLanguageWhereThereIsOne() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        tell(inChineseAlone(aProfile(publication)));
        var preferences = path(links.preferences(claim(ada, publication)));

        var form = Jsoup.parse(body(get("/subscribe?publication=" + publication)));
        var choices = Jsoup.parse(body(get(preferences)));

        assertThat(form.select("input[type=radio]")).isEmpty();
        assertThat(form.select("input[type=hidden][name=language]").attr("value"))
                .isEqualTo("zh");
        assertThat(choices.select("[name=language." + publication + "]").attr("type"))
                .isEqualTo("hidden");
        choose(preferences, publication, "on.%s=on&language.%s=zh")
                .expectStatus()
                .isOk();
    }

    @Test
    void leadsFromAPublicationThatIsNoneToThoseThatAre() {
        var answer = get("/subscribe?publication=%3Cb%3Enone").expectStatus().isNotFound();
        var page = Jsoup.parse(body(answer));

        assertThat(page.select("html").attr("lang")).isEqualTo("zh");
        assertThat(page.select("h1").text()).isEqualTo("没有这份刊物");
        assertThat(page.select(".onward a").attr("href")).isEqualTo("?lang=zh");
    }

    @Test
    void putsTheCursorWhereSomethingIsWrong() {
        var publication = aPublication();

        var wrong = Jsoup.parse(
                body(formTo("/subscribe?lang=en&publication=" + publication, "email=%22%3E%3Cb%3E&language=en")
                        .expectStatus()
                        .isBadRequest()));

        var field = requireNonNull(wrong.getElementById("email"));
        assertThat(field.hasAttr("autofocus")).isTrue();
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(field.attr("value")).isEqualTo("\"><b>");
        assertThat(requireNonNull(wrong.getElementById(field.attr("aria-describedby")))
                        .text())
                .contains("cannot be used");
        assertThat(wrong.select("input[value=en]").hasAttr("checked")).isTrue();
        assertThat(Jsoup.parse(body(get("/subscribe?publication=" + publication)))
                        .select("[autofocus], [aria-invalid]"))
                .isEmpty();
    }

    /** Every control has a name, every page says its language and runs no script. */
    @Test
    void isMadeForKeyboardsAndReadersOfAllKinds() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "en");
        for (var link : List.of(
                "/subscribe?publication=" + publication,
                path(links.preferences(claim(ada, publication))),
                path(links.askForPreferences(claim(ada, publication))),
                path(links.unsubscribe(claim(ada, publication))),
                "/subscribe",
                "/subscribe/confirm?token=x")) {
            for (var language : List.of("zh", "en")) {
                var page = Jsoup.parse(body(get(link + (link.contains("?") ? "&" : "?") + "lang=" + language)));

                assertThat(page.select("html").attr("lang")).isEqualTo(language);
                assertThat(page.select("main h1")).hasSize(1);
                assertThat(page.title()).isEqualTo(page.select("h1").text());
                assertThat(page.select("script, [onclick], [onsubmit], [style]"))
                        .isEmpty();
                assertThat(page.select("nav a").attr("hreflang")).isNotEqualTo(language);
                assertThat(page.select("input:not([type=hidden])"))
                        .allSatisfy(input -> assertThat(page.select("label[for=%s]".formatted(input.id()))
                                                .hasText()
                                        || requireNonNull(input.parent()).nameIs("label"))
                                .as(input.outerHtml())
                                .isTrue());
            }
        }
    }

    @Test
    void takesATokenForItsOwnPurposeAlone() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "zh");
        var unsubscribe = links.unsubscribe(claim(ada, publication)).replaceAll(".*token=", "");
        var preferences = links.preferences(claim(ada, publication)).replaceAll(".*token=", "");

        post("/subscribe/confirm?token=" + unsubscribe).expectStatus().isBadRequest();
        post("/subscribe/unsubscribe?token=" + preferences).expectStatus().isBadRequest();

        assertThat(state(ada, publication)).isEqualTo(State.CONFIRMED);
    }

    @Test
    void saysOfALinkThatItsTimeIsOver() {
        var publication = aPublication();
        var address = anAddress("ada");
        signUp(publication, address, "zh");
        awaitMail(address, 1);
        var justOver = expiredBy(Duration.ofSeconds(1), Duration.ofDays(3));

        get(path(justOver.confirm(claim(address, publication)))).expectStatus().isEqualTo(410);
        post(path(justOver.confirm(claim(address, publication)))).expectStatus().isEqualTo(410);

        assertThat(state(address, publication)).isEqualTo(State.PENDING);
    }

    @Test
    void asksForAFreshLinkWhereTheTimeOfPreferencesIsOver() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "en");
        var old = path(expiredBy(Duration.ofSeconds(1), Duration.ofDays(1)).preferences(claim(ada, publication)));

        assertThat(body(get(old))).contains("Send it to me").doesNotContain("checkbox");
        choose(old, publication, "language.%s=en").expectStatus().isOk();

        assertThat(state(ada, publication)).isEqualTo(State.CONFIRMED);
        assertThat(link(awaitMail(ada, 2))).startsWith("/subscribe/preferences");
    }

    @Test
    void sendsAFreshLinkWhereTheEditionInTheReadersLanguageHasEnded() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "en");
        var ofIssue = path(links.askForPreferences(claim(ada, publication)));
        tell(inChineseAlone(aProfile(publication)));

        assertThat(body(post(ofIssue).expectStatus().isOk())).contains("Check your mail");

        assertThat(link(awaitMail(ada, 2))).startsWith("/subscribe/preferences?token=");
    }

    @Test
    void speaksTheReadersLanguageOrTheOneThatIsAskedFor() {
        var publication = aPublication();
        var ada = subscribed(publication, "ada", "en");
        var link = path(links.unsubscribe(claim(ada, publication)));

        assertThat(body(get(link))).contains("<html lang=\"en\">", "Unsubscribe from Tidings Weekly");
        assertThat(body(get(link + "&lang=zh"))).contains("<html lang=\"zh\">", "退订《潮汐周刊》");
    }

    @Test
    void carriesTheHeadersThatKeepPagesSafe() {
        var answer = get("/subscribe/unsubscribe?token=x");

        answer.expectHeader().valueEquals("Referrer-Policy", "no-referrer");
        answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        answer.expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("default-src 'none'"));
        answer.expectHeader()
                .value("Cache-Control", control -> assertThat(control).contains("no-store"));
        get("/assets/reader.css").expectStatus().isOk();
    }

    private ReaderLinks expiredBy(Duration more, Duration lifetime) {
        var signedAt = Instant.now().minus(lifetime).minus(more);
        var tokens = new SignedTokens(List.of(new TokenKey("k1", new byte[32])), InstantSource.fixed(signedAt));
        return new ReaderLinks(PUBLIC_URL, tokens);
    }

    private Subscriber subscriber(String address) {
        return subscribers.keepFirst(EmailAddress.of(address), Instant.now());
    }

    private Claim claim(String address, String publication) {
        return new Claim(subscriber(address).id(), publication, 1);
    }

    private State state(String address, String publication) {
        return subscriber(address).to(publication).orElseThrow().state();
    }

    private String counts(String subjectId) {
        return body(asEditor().get().uri("/api/v1/deliveries/" + subjectId).exchange());
    }

    private ResponseSpec oneClick(String link) {
        return formTo(link, "List-Unsubscribe=One-Click");
    }

    private ResponseSpec choose(String link, String publication, String form) {
        return formTo(link, form.replace("%s", publication));
    }

    private ResponseSpec formTo(String link, String form) {
        return web().post()
                .uri(URI.create("http://127.0.0.1:" + port() + link))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange();
    }

    private static String body(ResponseSpec answer) {
        return String.valueOf(answer.returnResult(String.class).getResponseBody());
    }
}
