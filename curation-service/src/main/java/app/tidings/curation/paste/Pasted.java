package app.tidings.curation.paste;

import app.tidings.contracts.BadValue;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that a person gives, in one of three forms.
 *
 * @param html a page or a part of one
 * @param markdown CommonMark
 * @param text plain text, with empty lines between its paragraphs
 */
record Pasted(
        @Nullable String html,
        @Nullable String markdown,
        @Nullable String text) {

    /** In characters: several times the longest text that is kept, for markup takes its share. */
    static final int LONGEST = 1_000_000;

    Pasted {
        var given = Stream.of(html, markdown, text).filter(Objects::nonNull).toList();
        if (given.size() != 1) {
            throw new BadValue("exactly one of html, markdown and text is needed, such as {\"text\": \"…\"}");
        }
        if (given.getFirst().length() > LONGEST) {
            throw new BadValue(
                    "the text has more than %d characters; leave out what is not the article".formatted(LONGEST));
        }
    }
}
