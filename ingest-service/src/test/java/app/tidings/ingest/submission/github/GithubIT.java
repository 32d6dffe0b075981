package app.tidings.ingest.submission.github;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.contracts.LinkEvent.LinkFound;
import app.tidings.ingest.submission.SubmissionTest;
import app.tidings.platform.testing.ReadTopic;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * Deliveries as GitHub makes them; after its documentation, "Webhook events and payloads" ({@code issues}) and "Validating
 * webhook deliveries".
 */
class GithubIT extends SubmissionTest {

    @Test
    void submitsTheLinkOfAnIssueForItsAuthorOnceHoweverOftenItIsDelivered() {
        var weekly = told();
        var delivery = issue("opened", "uv 为什么这么快？", "推荐这篇 [文章](%s?utm_source=github)。".formatted(page));

        var first = deliver(weekly, "issues", delivery, signature(delivery));
        var again = deliver(weekly, "issues", delivery, signature(delivery));
        var edited = issue("edited", "uv", page + " " + page + "2");
        deliver(weekly, "issues", edited, signature(edited)).expectStatus().isAccepted();

        var taken = list(object(first.expectStatus().isAccepted()), "taken");
        assertThat(list(object(again.expectStatus().isAccepted()), "taken"))
                .hasSameSizeAs(taken)
                .hasSize(1);
        var found = (LinkFound) told(weekly, page, 1).getFirst();
        assertThat(found.title()).isEqualTo("uv 为什么这么快？");
        assertThat(credits(found)).containsExactly(new Credit("ada", URI.create("https://github.com/ada")));
        told(weekly, page + "2", 1);
        assertThat(token(receiptOf(taken))).isNotBlank();
        api().get()
                .uri("/api/v1/submissions?publication=" + weekly)
                .exchange()
                .expectBody()
                .jsonPath("$.submissions.length()")
                .isEqualTo(2);
    }

    private static Map<String, Object> receiptOf(List<?> taken) {
        return Map.of("receipt", ((Map<?, ?>) taken.getFirst()).get("receipt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "sha256=", "sha1=x", "of other bytes", "with another secret", "in capitals"})
    void takesNothingThatIsNotSigned(String kind) {
        var weekly = told();
        var delivery = issue("opened", "T", page);
        var signature = switch (kind) {
            case "none" -> null;
            case "of other bytes" -> signature(delivery + " ");
            case "with another secret" -> hmac("another secret of many letters", delivery);
            case "in capitals" -> signature(delivery).toUpperCase(Locale.ROOT);
            default -> kind;
        };

        deliver(weekly, "issues", delivery, signature).expectStatus().isUnauthorized();

        assertThat(ReadTopic.events(LinkEvent.TOPIC, Ids.link(weekly, page))).isEmpty();
    }

    @Test
    void answersAPingAndPassesOverWhatIsNoIssue() {
        var weekly = told();
        var closed = issue("closed", "T", page);

        deliver(weekly, "ping", "{}", signature("{}")).expectStatus().isOk();
        deliver(weekly, "push", "{}", signature("{}")).expectStatus().isOk();
        deliver(weekly, "issues", closed, signature(closed)).expectStatus().isOk();
        deliver(weekly, "issues", "{\"action\": \"opened\"}", signature("{\"action\": \"opened\"}"))
                .expectStatus()
                .isAccepted();

        assertThat(ReadTopic.events(LinkEvent.TOPIC, Ids.link(weekly, page))).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAWebhookOrAnAddress() {
        var weekly = told();
        var form = "payload=%7B%7D";
        var broken = "{broken";
        var long1 = issue("opened", "T", page + "/" + "x".repeat(5_000));

        stranger()
                .post()
                .uri("/api/v1/submissions/github/" + weekly)
                .header("X-Hub-Signature-256", signature(form))
                .header("X-GitHub-Event", "issues")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        deliver(weekly, "issues", broken, signature(broken)).expectStatus().isBadRequest();
        deliver("weekyl", "issues", long1, signature(long1)).expectStatus().isNotFound();
        assertThat(list(object(deliver(weekly, "issues", long1, signature(long1))), "refused")
                        .toString())
                .contains("longer than 4096 characters");
    }

    @Test
    void takesTheLargestIssueAndNothingMuchLarger() {
        var weekly = told();
        var large = issue("opened", "T", page + " " + "\\u6f6e".repeat(65_000));
        var larger = issue("opened", "T", page + " " + "\\u6f6e".repeat(200_000));

        deliver(weekly, "issues", large, signature(large)).expectStatus().isAccepted();
        deliver(weekly, "issues", larger, signature(larger)).expectStatus().isEqualTo(413);
    }

    private ResponseSpec deliver(String publication, String event, String body, @Nullable String signature) {
        var request = stranger()
                .post()
                .uri("/api/v1/submissions/github/" + publication)
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
                .contentType(MediaType.APPLICATION_JSON);
        if (signature != null) {
            request = request.header("X-Hub-Signature-256", signature);
        }
        return request.body(body).exchange();
    }

    private static String issue(String action, String title, String body) {
        return """
                {"action": "%s",
                 "issue": {"html_url": "https://github.com/ada/weekly/issues/7", "number": 7, "title": "%s", "body": "%s",
                           "user": {"login": "ada", "id": 1, "html_url": "https://github.com/ada", "type": "User"},
                           "labels": [{"name": "投稿"}]},
                 "repository": {"full_name": "ada/weekly"}, "sender": {"login": "ada"}}""".formatted(action, title, body);
    }

    private static String signature(String body) {
        return hmac(GITHUB_SECRET, body);
    }

    private static String hmac(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
