package app.tidings.curation.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells languages in Latin and Cyrillic letters by their most usual words; of few words also by their endings. */
final class FunctionWords {

    /** Of the words of a text at least this share is usual ones. */
    private static final double PLAIN = 0.12;

    /** The same, where all of these may be words of another language too. */
    private static final double SHARED = 0.25;

    /** An English sentence may quote a word or two: what is plainly another language has so much more than English has. */
    private static final double PLAINLY_MORE = 1.5;

    private static final double MORE = 1;

    private FunctionWords() {}

    /** Whether a word in lower case is a usual one of any language. */
    static boolean has(String word) {
        return Evidence.isUsual(word);
    }

    /**
     * The language of which many of these words are usual ones; of several that are as likely, the claimed one. What is claimed
     * goes before all but English where its words are not known here, for then a relative of it would be taken.
     */
    static Optional<String> plain(List<String> words, List<String> claimed) {
        var evidence = Evidence.of(words);
        var enough = PLAIN * words.size();
        if (isEnglish(words, evidence, enough)) {
            return Optional.of(Evidence.ENGLISH);
        }
        var unknown = claimed.stream().findFirst().filter(claim -> !Evidence.TONGUES.containsKey(claim));
        return another(evidence, claimed, enough, PLAINLY_MORE).filter(_ -> unknown.isEmpty());
    }

    /** A guess by less: a word more than English has, or any word of English and none that tells more of another language. */
    static Optional<String> guess(List<String> words) {
        var evidence = Evidence.of(words);
        return another(evidence, List.of(), 0, MORE)
                .or(() -> Optional.of(Evidence.ENGLISH).filter(_ -> evidence.english() > Math.max(0, evidence.most())));
    }

    /** By a usual word that the likeliest other language has not; or by more of them, if that is no likelier. */
    private static boolean isEnglish(List<String> words, Evidence evidence, double enough) {
        var usual = words.stream()
                .filter(word -> Evidence.isUsual(word, Evidence.ENGLISH))
                .toList();
        if (usual.isEmpty() || Math.min(usual.size(), evidence.english()) < enough) {
            return false;
        }
        var ahead = evidence.most() - evidence.english();
        return (ahead <= 0 && usual.size() >= SHARED * words.size())
                || (ahead < PLAINLY_MORE && usual.stream().anyMatch(evidence::isOnlyEnglish));
    }

    private static Optional<String> another(Evidence evidence, List<String> claimed, double enough, double more) {
        var english = evidence.english();
        var likely = evidence.scores().entrySet().stream()
                .filter(each -> !each.getKey().equals(Evidence.ENGLISH))
                .filter(each ->
                        each.getValue() >= Math.max(enough, english + (claimed.contains(each.getKey()) ? MORE : more)))
                .toList();
        var most = likely.stream().mapToDouble(Map.Entry::getValue).max().orElse(0);
        var likeliest = likely.stream()
                .filter(each -> each.getValue() >= most)
                .map(Map.Entry::getKey)
                .toList();
        return likeliest.size() == 1
                ? Optional.of(likeliest.getFirst())
                : claimed.stream().filter(likeliest::contains).findFirst();
    }
}
