package app.tidings.curation.summary;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.stopword.CoreStopWordDictionary;
import com.hankcs.hanlp.seg.Other.DoubleArrayTrieSegment;
import com.hankcs.hanlp.seg.Segment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a sentence that tell what it is about. Chinese is cut by the longest words of HanLP's core dictionary alone:
 * this needs neither its models nor the memory for them, and ranking counts words, whatever they are in the sentence.
 */
final class Words {

    private static final Segment CHINESE =
            new DoubleArrayTrieSegment(CoreDictionary.trie).enableCustomDictionary(false);

    /** The dictionary's own set goes from letter to letter. */
    private static final Set<String> STOPS = Set.copyOf(CoreStopWordDictionary.dictionary);

    /** Longer ones are no words. */
    private static final int LONGEST = 40;

    private static final int STEM = 4;

    private Words() {}

    /** Each once, in lower case, English plurals as singulars; without those that stand in every text. */
    static Set<String> of(String text) {
        var found = new LinkedHashSet<String>();
        var i = 0;
        while (i < text.length()) {
            var end = i + 1;
            if (isHan(text.charAt(i))) {
                end = endOfHan(text, end);
                addHan(text.substring(i, end), found);
            } else if (isLetter(text.charAt(i))) {
                end = endOfWord(text, end);
                addWord(text.substring(i, end).toLowerCase(Locale.ROOT), found);
            }
            i = end;
        }
        return found;
    }

    private static int endOfHan(String text, int from) {
        var end = from;
        while (end < text.length() && isHan(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfWord(String text, int from) {
        var end = from;
        while (end < text.length() && (isLetter(text.charAt(end)) || "+#".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static void addHan(String run, Collection<String> found) {
        CHINESE.seg(run.toCharArray()).stream()
                .map(term -> term.word)
                .filter(word -> word.length() > 1 && !STOPS.contains(word))
                .forEach(found::add);
    }

    private static void addWord(String word, Collection<String> found) {
        if (word.length() > 1 && word.length() <= LONGEST && !STOPS.contains(word)) {
            var plural = word.length() > STEM && word.endsWith("s") && !word.endsWith("ss");
            found.add(plural ? word.substring(0, word.length() - 1) : word);
        }
    }

    /** Asked of every character: a table answers, where the script would be searched for. */
    static boolean isHan(int sign) {
        return Character.isIdeographic(sign);
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) && !isHan(c);
    }
}
