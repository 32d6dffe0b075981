package app.tidings.curation.search.index;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about lists and search.
 *
 * @param directory folder that the index may have for itself, kept over restarts; each replica that shares it takes a part of
 *     its own. None: a temporary folder, and the index is built anew at each start
 * @param sweep how often the store is gone through for what nobody told of
 * @param refresh how long a change that nobody waits for may stay out of the index
 * @param patience how long a list waits for what was written just before it
 */
@ConfigurationProperties("tidings.curation.search")
public record SearchSettings(
        @Nullable Path directory,
        @DefaultValue("5m") Duration sweep,
        @DefaultValue("500ms") Duration refresh,
        @DefaultValue("500ms") Duration patience) {}
