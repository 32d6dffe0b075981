package app.tidings.curation.summary.model;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A model that writes summaries, behind any endpoint that speaks the chat completions protocol.
 *
 * @param endpoint up to {@code /chat/completions}, which is added; none: no model is asked
 * @param name of the model, as the endpoint knows it
 * @param keyFile file with the endpoint's key; none: it wants none
 * @param timeout longest wait for a whole answer
 * @param dailyCalls so many calls in a day (UTC), of all replicas together
 * @param workers calls at a time, of one replica
 * @param retry pause after a call that failed for now, doubling; longer where the endpoint says so
 * @param prompts what the model is told, by publication and then by language; see the docs for what stands otherwise
 */
@ConfigurationProperties("tidings.curation.model")
public record ModelSettings(
        @Nullable URI endpoint,
        @DefaultValue("gpt-4o-mini") String name,
        @Nullable Path keyFile,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("500") int dailyCalls,
        @DefaultValue("2") int workers,
        @DefaultValue("30s") Duration retry,
        @DefaultValue Map<String, Map<String, String>> prompts) {}
