package app.tidings.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskTest {

    private static final RequestSettings REQUEST =
            new RequestSettings(Map.of("x-token", "t"), "sid=1", "Reader/1", URI.create("http://proxy.example:1"));

    @Test
    void asksTheSourcesOwnHostAsItsSettingsSayAndNoOther() {
        try (var fetcher = new SafeFetcher(TestSettings.with())) {
            var ask = new Ask("blog.example", Validators.NONE, REQUEST, fetcher::fetch, Instant.EPOCH);

            var own = ask.get(URI.create("https://BLOG.example/feed"));
            var other = ask.get(URI.create("https://cdn.example/feed"));

            assertThat(own.headers()).isEqualTo(Map.of("x-token", "t", "cookie", "sid=1"));
            assertThat(own.userAgent()).isEqualTo("Reader/1");
            assertThat(own.proxy()).isEqualTo(REQUEST.proxy());
            assertThat(other.headers()).isEmpty();
            assertThat(other.userAgent()).isNull();
            assertThat(other.proxy()).isNull();
        }
    }

    @Test
    void asksConditionallyOnlyWhereItIsWanted() {
        try (var fetcher = new SafeFetcher(TestSettings.with())) {
            var last = new Validators("\"1\"", null, "hash");
            var ask = new Ask("blog.example", last, RequestSettings.NONE, fetcher::fetch, Instant.EPOCH);
            var plain = ask.get(URI.create("https://blog.example/feed"));

            assertThat(plain.headers()).isEmpty();
            assertThat(ask.ifChanged(plain).headers()).isEqualTo(Map.of("if-none-match", "\"1\""));
        }
    }
}
