package app.tidings.ingest.source;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Somebody added, changed or removed sources, or asked for a poll: told inside this replica after the write.
 *
 * @param buckets the buckets that hold them
 */
public record SourcesChanged(Set<Integer> buckets) {

    /** Somebody removed a source: told inside this replica after the write, so that nothing of it is kept elsewhere. */
    public record SourceRemoved(String sourceId) {}

    /** It was this one. */
    public static SourcesChanged of(Source source) {
        return new SourcesChanged(Set.of(source.bucket()));
    }

    /** It may be any. */
    public static SourcesChanged anywhere() {
        return new SourcesChanged(IntStream.range(0, Source.BUCKETS).boxed().collect(Collectors.toUnmodifiableSet()));
    }

    /** They were these. */
    public static SourcesChanged of(Collection<Source> sources) {
        return new SourcesChanged(sources.stream().map(Source::bucket).collect(Collectors.toUnmodifiableSet()));
    }
}
