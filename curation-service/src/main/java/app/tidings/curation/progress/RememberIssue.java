package app.tidings.curation.progress;

import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.RecallItems;
import app.tidings.curation.memory.Memory;
import app.tidings.curation.memory.Place;
import app.tidings.curation.memory.Trail;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers where the entries of an approved issue stand. An issue that is not told any more is forgotten. */
@Component
class RememberIssue {

    private static final Logger LOG = LoggerFactory.getLogger(RememberIssue.class);
    private static final long NEVER_TOLD = 0;

    private final Memory memory;
    private final Items items;

    RememberIssue(Memory memory, Items items) {
        this.memory = memory;
        this.items = items;
    }

    /** Remembers the issue as it is told now, unless that was done. */
    void run(Issue issue) {
        if (isDone(issue)) {
            return;
        }
        var places = issue.approved().map(event -> places(event.manuscript())).orElse(Map.of());
        memory.replace(issue.id(), version(issue), places);
        LOG.atInfo()
                .addKeyValue("issue", issue.id())
                .addKeyValue("marks", places.size())
                .log("issue remembered");
    }

    /** Whether the issue is remembered as it is told now. */
    boolean isDone(Issue issue) {
        return memory.holds(issue.id(), version(issue));
    }

    private static long version(Issue issue) {
        return issue.approved().map(IssueApproved::version).orElse(NEVER_TOLD);
    }

    /** By mark; what stands in an issue twice is found where it stands first. Parts of one section are printed as one. */
    private Map<String, Place> places(Manuscript manuscript) {
        var places = new HashMap<String, Place>();
        var positions = new HashMap<String, Integer>();
        for (var part : manuscript.parts()) {
            for (var entry : part.entries()) {
                var position = positions.merge(part.section(), 1, Integer::sum);
                var url = entry.url();
                if (url != null) {
                    var place = new Place(
                            manuscript.issueId(), manuscript.number(), part.section(), position, Trail.printed(url));
                    marks(manuscript, entry, url).forEach(mark -> places.putIfAbsent(mark, place));
                }
            }
        }
        return places;
    }

    private Set<String> marks(Manuscript manuscript, Entry entry, URI url) {
        return Optional.ofNullable(entry.itemId())
                .flatMap(items::find)
                .map(item -> RecallItems.trail(item, url))
                .orElseGet(() -> Trail.of(manuscript.profile().publicationId(), url))
                .all();
    }
}
