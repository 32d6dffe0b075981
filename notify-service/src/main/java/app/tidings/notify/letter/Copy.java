package app.tidings.notify.letter;

import app.tidings.notify.letter.Letter.Header;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one reader's copy of a letter has of its own.
 *
 * @param links what stands in the place of each mark: addresses of ASCII characters
 * @param headers beyond those of the letter
 */
public record Copy(String to, String messageId, Instant date, Map<String, String> links, List<Header> headers) {

    @Override
    public String toString() {
        return "Copy[" + messageId + "]";
    }
}
