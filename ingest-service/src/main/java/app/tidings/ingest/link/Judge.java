package app.tidings.ingest.link;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.source.Source;
import java.time.Instant;
import java.util.List;

/** Decides which entries become links. A seam, so that links know nothing of rules. */
@FunctionalInterface
public interface Judge {

    /**
     * Returns those that are let through, and keeps the others findable.
     *
     * @param fresh entries whose link the source has not shown yet, each address once
     */
    List<FeedEntry> letThrough(Source source, List<FeedEntry> fresh, Instant now);
}
