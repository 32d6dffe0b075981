package app.tidings.curation.summary.draft;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tidings.curation.CurationApi;
import app.tidings.curation.CurationTest;
import app.tidings.curation.TestLinks;
import app.tidings.curation.page.TestPages;
import app.tidings.curation.summary.model.StandInModel;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class DraftsIT extends CurationTest {

    @Test
    @SuppressWarnings("unchecked")
    void aDraftStandsBesideTheExtractiveSummaryUntilAnEditorAcceptsIt() {
        WEB.on(
                "/model/chat/completions",
                StandInModel.says("{\"title\": \"快速队列\", \"summary\": \"Anna 把队列变快了，只因补上了一个缺失的索引。\"}"));
        var curation = new CurationApi(api());
        var id = curation.anItem(TestLinks.aLink(WEB.onPage("/" + UUID.randomUUID(), TestPages.ENGLISH)));

        await().atMost(LONG).until(() -> !drafts(curation, id).isEmpty());
        var draft = (Map<String, Object>) requireNonNull(drafts(curation, id).get("zh"));
        assertThat(draft).containsEntry("title", "快速队列").containsEntry("draft", true);
        assertThat(draft.get("doubts")).asString().contains("Anna");
        assertThat(curation.item(id).get("excerpt")).asString().contains("queue");
        assertThat((Map<String, Object>) curation.item(id).get("texts")).isEmpty();

        var accepted = curation.ok(
                HttpMethod.POST,
                "/api/v1/items/{id}/summaries/zh/accept",
                Map.of("version", CurationApi.version(curation.item(id))),
                id);
        assertThat(accepted.get("texts")).asString().contains("快速队列", "补上了一个缺失的索引");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> drafts(CurationApi curation, String id) {
        return (Map<String, Object>)
                requireNonNull(curation.get("/api/v1/items/{id}/summaries", id).get("drafts"));
    }
}
