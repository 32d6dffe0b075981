package app.tidings.curation.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one to three sentences of a text that say most of it. A sentence counts by how much of the text's and the title's
 * vocabulary it holds (the centroid of the text, so that the cost grows with the text and not with its square), by how early
 * it stands, and by whether it can be understood alone; a sentence that repeats one that was taken counts less. Pure.
 *
 * @param most how many sentences at most
 * @param width longest summary, where a Chinese character counts two and any other one
 */
public record RankedSentences(int most, int width) implements Summarizer {

    /** With fewer there is nothing to choose from: the beginning says it best. */
    private static final int ENOUGH = 6;

    private static final double TITLE = 2.5;
    private static final double ONCE = 0.25;
    private static final double BEGINNING = 2.5;
    private static final double FADES = 5;
    private static final double LOUD = 0.5;

    /** Sentences of fewer words are no denser for that. */
    private static final double PLENTY = 7;

    /** Three sentences, of about 180 Chinese characters or 360 letters in all. */
    public static RankedSentences usual() {
        return new RankedSentences(3, 360);
    }

    /** {@inheritDoc} Of a short text the beginning; the sentences stand in the order of the text. */
    @Override
    public Optional<Summary> summary(Reading reading) {
        var candidates = Candidate.in(reading.text());
        var chosen = candidates.size() < ENOUGH
                ? beginning(candidates)
                : new Selection(candidates, scores(candidates, Words.of(reading.title()))).take(most, width);
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary(LeadingSentences.joined(chosen), null, List.of()));
    }

    private List<String> beginning(List<Candidate> candidates) {
        var whole = candidates.stream()
                .filter(Candidate::stands)
                .map(Candidate::sentence)
                .collect(Collectors.joining("\n"));
        return new LeadingSentences(most, width).of(whole).stream().toList();
    }

    private static double[] scores(List<Candidate> candidates, Set<String> title) {
        Map<String, Integer> counts = new HashMap<>();
        candidates.forEach(each -> each.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
        return candidates.stream()
                .mapToDouble(each -> score(each, counts, title))
                .toArray();
    }

    private static double score(Candidate candidate, Map<String, Integer> counts, Set<String> title) {
        var weight = candidate.words().stream()
                .mapToDouble(word -> weight(counts.getOrDefault(word, 0)) * (title.contains(word) ? TITLE : 1))
                .sum();
        var dense = weight / Math.sqrt(Math.max(candidate.words().size(), PLENTY));
        var placed = dense * (1 + BEGINNING * Math.exp(-candidate.place() / FADES));
        return candidate.isLoud() ? placed * LOUD : placed;
    }

    private static double weight(int count) {
        return count < 2 ? ONCE : Math.log(1 + count);
    }
}
