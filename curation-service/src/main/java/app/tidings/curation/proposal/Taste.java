package app.tidings.curation.proposal;

import app.tidings.curation.proposal.Proposal.ForSection;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the editors of a publication took and declined, as far as it tells of what comes next. It learns on one thread; then it is read by many.
 */
public final class Taste {

    private static final String TAKEN = "taken";
    private static final String DECLINED = "declined";

    /** Below so many examples nothing is said of likeness, or of a section. */
    private static final int ENOUGH = 10;

    private static final int MOST_KNOWN = 50_000;
    private static final int USED_BEFORE = 3;
    private static final int MOST_TAGS = 5;

    /** A word in more titles than this share of them is what the publication is about, and no tag. */
    private static final double TOO_USUAL = 0.15;

    /** Words that name no topic, beside those that are no signs at all. */
    private static final Set<String> USUAL =
            Set.of(("best build building can do does from get guide has have how its learn make making me my"
                            + " new our should so than them tutorial up use using via vs we what when where which who why without you your")
                    .split(" "));

    private final Map<String, String> kinds;
    private final Classes sections = new Classes();
    private final Classes likings = new Classes();
    private final Map<String, Yield> sources = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();
    private Yield all = Yield.NONE;

    /** How many links there were, and how many of them were taken. */
    record Yield(int taken, int seen) {

        static final Yield NONE = new Yield(0, 0);

        Yield plus(boolean wasTaken) {
            return new Yield(taken + (wasTaken ? 1 : 0), seen + 1);
        }

        double share() {
            return seen == 0 ? 0 : (double) taken / seen;
        }
    }

    /** What became of a link. */
    public enum Fate {
        TAKEN,
        DECLINED,
        /** Nobody wanted it for so long that nobody will. */
        LEFT
    }

    /**
     * Begins with nothing known.
     *
     * @param kinds of the profile's sections, by their ids
     */
    public Taste(Map<String, String> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /**
     * Learns in which section something ran.
     *
     * @param titles as it was called, in whatever language
     */
    public void learnSection(String section, Collection<String> titles, @Nullable URI url) {
        sections.add(
                section,
                titles.stream().flatMap(title -> Signs.of(title, url).stream()).collect(Collectors.toSet()));
        titles.stream()
                .flatMap(title -> Signs.words(title).stream())
                .distinct()
                .filter(word -> words.size() < MOST_KNOWN || words.containsKey(word))
                .forEach(word -> words.merge(word, 1, Integer::sum));
    }

    /** Learns what became of a link that these sources showed. */
    public void learnFate(Fate fate, String title, URI url, Collection<String> sourceIds) {
        var taken = fate == Fate.TAKEN;
        switch (fate) {
            case TAKEN -> likings.add(TAKEN, Signs.of(title, url));
            case DECLINED -> likings.add(DECLINED, Signs.of(title, url));
            case LEFT -> {}
        }
        if (!sourceIds.isEmpty()) {
            all = all.plus(taken);
        }
        sourceIds.stream()
                .filter(id -> sources.size() < MOST_KNOWN || sources.containsKey(id))
                .forEach(id -> sources.merge(id, Yield.NONE.plus(taken), (known, _) -> known.plus(taken)));
    }

    /** What is proposed of a candidate now. */
    public Proposal propose(Candidate candidate, Instant now) {
        var reasons = Score.reasons(candidate, this, now);
        return new Proposal(
                section(candidate.title(), candidate.url(), candidate.kind()).orElse(null),
                tags(candidate),
                Score.sum(reasons),
                reasons);
    }

    /**
     * The section that something is likely to stand in.
     *
     * @param kind of sections that it belongs to; none where nothing tells
     */
    public Optional<ForSection> section(String title, @Nullable URI url, @Nullable String kind) {
        var ofKind = kinds.entrySet().stream()
                .filter(each -> each.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (sections.examples() < ENOUGH) {
            return ofKind.stream().findFirst().map(id -> new ForSection(id, 1, List.of("its kind: " + kind)));
        }
        return sections.guess(Signs.of(title, url), ofKind)
                .map(guess -> new ForSection(
                        guess.name(),
                        Math.round(guess.share() * 100) / 100.0,
                        Stream.concat(
                                        ofKind.contains(guess.name()) ? Stream.of("its kind: " + kind) : Stream.of(),
                                        guess.spoke().stream())
                                .toList()));
    }

    private List<String> tags(Candidate candidate) {
        var used = Signs.words(candidate.title()).stream()
                .filter(word -> words.getOrDefault(word, 0) >= USED_BEFORE)
                .filter(word -> words.getOrDefault(word, 0) <= Math.max(USED_BEFORE, TOO_USUAL * sections.examples()))
                .filter(word -> !USUAL.contains(word));
        return Stream.concat(candidate.topics().stream(), used)
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    Yield all() {
        return all;
    }

    Yield source(String id) {
        return sources.getOrDefault(id, Yield.NONE);
    }

    /** How like the taken rather than the declined: above 0 the one, below the other; none where too little is known. */
    Optional<Double> likeness(Set<String> signs) {
        return likings.examples(TAKEN) < ENOUGH || likings.examples(DECLINED) < ENOUGH
                ? Optional.empty()
                : Optional.of(likings.balance(signs, TAKEN, DECLINED));
    }

    /** The signs that speak most for having been taken, or declined. */
    List<String> spoke(Set<String> signs, boolean taken) {
        return new ArrayList<>(likings.spoke(signs, taken ? TAKEN : DECLINED));
    }
}
