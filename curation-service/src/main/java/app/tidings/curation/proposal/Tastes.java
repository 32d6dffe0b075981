package app.tidings.curation.proposal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What was learned last, by publication; each replica learns for itself. */
@Component
public class Tastes {

    private final Map<String, Taste> learned = new ConcurrentHashMap<>();

    /** Takes what was learned in place of what was known before. */
    public void replace(String publicationId, Taste taste) {
        learned.put(publicationId, taste);
    }

    /** None right after the start, and where nothing is to be proposed. */
    public Optional<Taste> of(String publicationId) {
        return Optional.ofNullable(learned.get(publicationId));
    }
}
