package app.tidings.local.prove;

import app.tidings.local.prove.reader.Reader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An issue that was approved for everybody who stood on its lists then.
 *
 * @param readers who was confirmed when it was approved
 */
record SentIssue(String id, String publication, List<Reader> readers) {

    /** What notify calls the edition in that language. */
    String subject(String language) {
        return "%s:%s:full".formatted(id, language);
    }

    /** Ids of those who are to get the edition in that language. */
    Set<String> expected(String language) {
        var list = publication + ":" + language;
        return readers.stream()
                .filter(reader -> reader.list().equals(list))
                .map(Reader::id)
                .collect(Collectors.toSet());
    }
}
