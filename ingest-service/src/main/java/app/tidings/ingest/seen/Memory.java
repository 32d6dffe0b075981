package app.tidings.ingest.seen;

import java.util.List;

/**
 * What is remembered of a source.
 *
 * @param marks entries that it showed, those of the last reading last, at most {@link #MAX_MARKS}
 * @param usual which share of its entries is new where some are, over the last readings, from 0 to 1
 */
public record Memory(List<Mark> marks, double usual) {

    static final int MAX_MARKS = 2_000;

    /** Of a source that was never read. */
    static final Memory NONE = new Memory(List.of(), 0);

    /** How much the last reading counts among those before it. */
    private static final double WEIGHT = 0.3;

    private static final double RARE = 0.3;
    private static final double MOST = 0.6;
    private static final int FEW = 8;

    public Memory {
        marks = List.copyOf(marks);
    }

    /** Whether the source was read before. */
    public boolean isOfOld() {
        return !marks.isEmpty();
    }

    /**
     * Whether so much that is new at once must be a change of the site rather than news.
     *
     * @param entries how many entries the feed has
     * @param fresh how many of them nobody knows
     */
    public boolean isFlooded(int entries, int fresh) {
        return isOfOld() && entries >= FEW && fresh >= MOST * entries && usual < RARE;
    }

    /** The same with news counted in; the first reading of a source says nothing about what is usual. */
    Memory withNews(Memory before, int entries, int fresh) {
        var share = Math.min(1.0, (double) fresh / entries);
        return before.isOfOld() ? new Memory(marks, (1 - WEIGHT) * before.usual + WEIGHT * share) : this;
    }

    /** The same where somebody said that so much at once is usual. */
    Memory usedToFloods() {
        return new Memory(marks, 1);
    }
}
