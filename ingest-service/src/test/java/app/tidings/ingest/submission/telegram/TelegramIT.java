package app.tidings.ingest.submission.telegram;

import static app.tidings.ingest.SourceApi.object;
import static app.tidings.ingest.SourceApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.LinkEvent;
import app.tidings.ingest.submission.SubmissionTest;
import app.tidings.platform.testing.ReadTopic;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Updates as Telegram sends them; after its documentation, "Bot API" ({@code Update}, {@code MessageEntity}, {@code setWebhook}). */
class TelegramIT extends SubmissionTest {

    @Test
    void submitsTheLinksOfAMessageAndRepliesWithTheirReceipts() {
        var weekly = told();
        // the offset counts UTF-16 units: the fox has two of them
        var text = "🦊 " + page + " 还有这个";
        var update = message(text, """
                {"type": "bold", "offset": 0, "length": 2},
                {"type": "url", "offset": 3, "length": %d},
                {"type": "text_link", "offset": %d, "length": 2, "url": "%s2"}""".formatted(page.length(), text.length() - 2, page));

        var reply = object(update(weekly, update).expectStatus().isOk());
        update(weekly, update).expectStatus().isOk();

        assertThat(reply).containsEntry("method", "sendMessage").containsEntry("chat_id", 42);
        assertThat(text(reply, "text")).contains(page + "\n收到了。回执：https://news.localhost/submissions/v1.");
        assertThat(credits(told(weekly, page, 1).getFirst()))
                .containsExactly(new Credit("Ada 🦊", URI.create("https://t.me/ada_tide")));
        told(weekly, page + "2", 1);
        api().get()
                .uri("/api/v1/submissions?publication=" + weekly)
                .exchange()
                .expectBody()
                .jsonPath("$.submissions.length()")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "telegram_webhook_secret_of_testz"})
    void takesNothingWithoutTheSecret(String secret) {
        var weekly = told();
        var update = message(page, "{\"type\": \"url\", \"offset\": 0, \"length\": %d}".formatted(page.length()));

        update(weekly, update, secret).expectStatus().isUnauthorized();

        assertThat(ReadTopic.events(LinkEvent.TOPIC, Ids.link(weekly, page))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"update_id\": 1, \"poll\": {\"id\": \"1\"}}",
                "{\"message\": {\"message_id\": 1, \"chat\": {\"id\": 42, \"type\": \"group\"}, \"text\": \"hi\"}}",
                "{\"message\": {\"message_id\": \"x\", \"chat\": {\"id\": {\"$ne\": 1}}}}",
            })
    void answersNothingToWhatIsNoMessageWithALink(String update) {
        assertThat(update(told(), update)
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody())
                .isNullOrEmpty();
    }

    @Test
    void saysWhatIsWrongWithALinkAndWhatTheBotIsFor() {
        var weekly = told();
        var outside = message("ab", "{\"type\": \"url\", \"offset\": 1, \"length\": 2147483647}");
        var script = message(
                "x", "{\"type\": \"text_link\", \"offset\": 0, \"length\": 1, \"url\": \"javascript:alert(1)\"}");

        assertThat(text(object(update(weekly, outside)), "text")).contains("就是投稿");
        assertThat(text(object(update(weekly, script)), "text")).contains("这个网址用不了");
    }

    private ResponseSpec update(String publication, String update) {
        return update(publication, update, TELEGRAM_SECRET);
    }

    private ResponseSpec update(String publication, String update, String secret) {
        return stranger()
                .post()
                .uri("/api/v1/submissions/telegram/" + publication)
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .contentType(MediaType.APPLICATION_JSON)
                .body(update)
                .exchange();
    }

    private static String message(String text, String entities) {
        return """
                {"update_id": 10000,
                 "message": {"message_id": 1365, "date": 1441645532, "text": "%s", "entities": [%s],
                             "chat": {"id": 42, "type": "private", "first_name": "Ada"},
                             "from": {"id": 42, "is_bot": false, "first_name": "Ada 🦊", "username": "ada_tide",
                                      "language_code": "zh-hans"}}}""".formatted(text, entities);
    }
}
