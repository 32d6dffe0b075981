package app.tidings.curation.summary;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Takes the best sentences one by one; what has been taken changes what another one adds. Used once. */
final class Selection {

    private static final double LEANING = 0.45;
    private static final double NEXT = 1.25;

    /** With so much in common a sentence says the same. */
    private static final double ALIKE = 0.65;

    /** A further sentence is taken if it is so good beside the first; as long as there is much room, if it is half as good. */
    private static final double WORTHWHILE = 0.4;

    private static final double ROOMY = 0.6;

    private final List<Candidate> candidates;
    private final double[] worth;
    private final double[] same;
    private final BitSet out = new BitSet();
    private final BitSet taken = new BitSet();

    Selection(List<Candidate> candidates, double[] scores) {
        this.candidates = candidates;
        this.same = new double[scores.length];
        this.worth = scores.clone();
        for (var i = 0; i < scores.length; i++) {
            worth[i] *= candidates.get(i).leans() ? LEANING : 1;
        }
    }

    /** At most so many sentences of so much width in all, in the order of the text. */
    List<String> take(int most, int width) {
        var room = width;
        var first = 0.0;
        while (taken.cardinality() < most) {
            var next = best(room);
            if (next < 0 || added(next) <= first * (room > width * ROOMY ? WORTHWHILE / 2 : WORTHWHILE)) {
                break;
            }
            out.set(next);
            if (candidates.get(next).stands()) {
                first = Math.max(first, added(next));
                room -= candidates.get(next).width() + 1;
                keep(next);
            }
        }
        return taken.stream().mapToObj(each -> candidates.get(each).sentence()).toList();
    }

    private int best(int room) {
        var best = -1;
        for (var i = out.nextClearBit(0); i < worth.length; i = out.nextClearBit(i + 1)) {
            if (candidates.get(i).width() <= room && (best < 0 || added(i) > added(best))) {
                best = i;
            }
        }
        return best;
    }

    private double added(int i) {
        return same[i] >= ALIKE ? 0 : worth[i] * (1 - same[i]);
    }

    private void keep(int next) {
        taken.set(next);
        var words = candidates.get(next).words();
        for (var i = 0; i < worth.length; i++) {
            same[i] = Math.max(same[i], alike(words, candidates.get(i).words()));
        }
        if (next + 1 < worth.length && candidates.get(next + 1).follows(candidates.get(next))) {
            worth[next + 1] *= NEXT / (candidates.get(next + 1).leans() ? LEANING : 1);
        }
    }

    private static double alike(Set<String> one, Set<String> other) {
        var shared = 0;
        for (var word : other) {
            shared += one.contains(word) ? 1 : 0;
        }
        return (double) shared / Math.max(one.size(), other.size());
    }
}
