package app.tidings.ingest.opml;

import static app.tidings.ingest.SourceApi.list;
import static app.tidings.ingest.SourceApi.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.IngestTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class OpmlApiIT extends IngestTest {

    private static final List<String> KEPT = List.of(
            "name",
            "feedUrl",
            "connector",
            "intervalMinutes",
            "tags",
            "owner",
            "language",
            "weight",
            "licence",
            "notes",
            "standing");

    private final String one = aPublication();
    private final String other = aPublication();

    @Test
    void bringsEverySettingOverToAnotherPublication() {
        add(Map.of("name", "Plain", "feedUrl", "https://opml.invalid/1", "intervalMinutes", 60, "publication", one));
        add(Map.of(
                "name",
                "Rich",
                "feedUrl",
                "https://opml.invalid/2",
                "tags",
                List.of("博客"),
                "owner",
                "Ann",
                "weight",
                90,
                "notes",
                "two\nlines",
                "publication",
                one,
                "request",
                Map.of("cookie", "sid=hidden"),
                "standing",
                Map.of("type", "archived")));

        var written = written(one);
        assertThat(object(imported(other, written))).containsEntry("added", 2).containsEntry("refused", 0);

        assertThat(written).doesNotContain("hidden");
        assertThat(sources(other)).containsExactlyInAnyOrderElementsOf(sources(one));
        assertThat(sources(other))
                .anySatisfy(each -> assertThat(each.toString()).contains("archived"));
        assertThat(object(imported(other, written))).containsEntry("added", 0).containsEntry("alreadyThere", 2);
    }

    @Test
    void refusesAProxyThatTheOperatorDoesNotAllow() {
        var list = "<opml xmlns:tidings='https://tidings.app/ns/opml'><body><outline text='x' tidings:settings='"
                + "{\"name\":\"x\",\"weight\":50,\"connector\":{\"kind\":\"feed\",\"feedUrl\":\"https://opml.invalid/3\"},"
                + "\"request\":{\"proxy\":\"http://10.0.0.1:3128\"}}'/></body></opml>";

        assertThat(object(imported(one, list))).containsEntry("added", 0).containsEntry("refused", 1);
    }

    private void add(Map<String, Object> wanted) {
        api().post()
                .uri("/api/v1/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(wanted)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private ResponseSpec imported(String publication, String list) {
        return api().post()
                .uri("/api/v1/sources/opml?publication=" + publication)
                .contentType(new MediaType("text", "x-opml", UTF_8))
                .body(list)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String written(String publication) {
        return requireNonNull(api().get()
                .uri("/api/v1/sources/opml?publication=" + publication)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private List<Map<String, String>> sources(String publication) {
        var page = object(
                api().get().uri("/api/v1/sources?publication=" + publication).exchange());
        return list(page, "sources").stream()
                .map(source -> (Map<?, ?>) source)
                .map(source ->
                        KEPT.stream().collect(Collectors.toMap(name -> name, name -> String.valueOf(source.get(name)))))
                .toList();
    }
}
