package app.tidings.bench.feeds;

import app.tidings.bench.stage.Programs.Run;

/** Another program that reads feeds. */
public interface FeedReader {

    /** Reads feeds of a set that it has never seen. */
    Run first(String set, int feeds);

    /** Reads them once more, now that nothing has changed. */
    Run again(String set);
}
