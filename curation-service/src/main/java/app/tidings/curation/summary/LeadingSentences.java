package app.tidings.curation.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first summary of a text: the one to three whole sentences that it begins with. Pure.
 *
 * @param most how many sentences at most
 * @param width longest summary, where a Chinese character counts two and any other one
 */
public record LeadingSentences(int most, int width) {

    private static final String BREAKS_OFF = "…";

    /** What stands further down is no beginning, and a hostile text may be long. */
    private static final int BEGINNING = 8_000;

    /** From here on, characters are as wide as they are high. */
    private static final int FULL_WIDTH = 0x2E80;

    /** Three sentences, of about 180 Chinese characters or 360 letters in all. */
    public static LeadingSentences usual() {
        return new LeadingSentences(3, 360);
    }

    /**
     * The beginning of the text. Headings and other lines that are no sentence are passed over.
     *
     * @param text one paragraph in each line
     * @return empty when the first sentence alone is too long, or there is none
     */
    public Optional<String> of(String text) {
        var paragraphs = text.substring(0, Math.min(text.length(), BEGINNING))
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        var taken = new ArrayList<String>();
        for (var sentence :
                paragraphs.stream().flatMap(each -> Sentences.of(each).stream()).toList()) {
            if (taken.size() == most || widthOf(joined(taken)) + widthOf(sentence) > width) {
                break;
            }
            taken.add(sentence);
        }
        return taken.isEmpty() ? Optional.empty() : Optional.of(joined(taken));
    }

    /**
     * As {@link #of}, for a text that was written to be short, such as a repository's description: a single line of it is as
     * good as a sentence. Of other texts such a line may have been cut off anywhere.
     */
    public Optional<String> ofDescription(String text) {
        return of(text).or(() -> Optional.of(text.strip())
                .filter(each -> !each.isEmpty() && each.lines().count() == 1)
                .filter(each -> Sentences.of(each).isEmpty() && widthOf(each) <= width)
                .filter(each -> !each.endsWith(BREAKS_OFF) && !each.endsWith("...")));
    }

    static String joined(List<String> sentences) {
        var text = new StringBuilder();
        for (var sentence : sentences) {
            if (!text.isEmpty() && !endsFullWidth(text)) {
                text.append(' ');
            }
            text.append(sentence);
        }
        return text.toString();
    }

    private static boolean endsFullWidth(CharSequence text) {
        var i = text.length() - 1;
        while (i > 0 && "”’\"'".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return text.charAt(i) >= FULL_WIDTH;
    }

    /** How wide a text is set: full-width characters count two. */
    static int widthOf(String text) {
        var width = 0;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            width += sign < FULL_WIDTH || Character.isSurrogate(sign) ? 1 : 2; // two halves make one sign
        }
        return width;
    }
}
