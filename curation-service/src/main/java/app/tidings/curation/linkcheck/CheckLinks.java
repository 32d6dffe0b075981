package app.tidings.curation.linkcheck;

import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.linkcheck.IssueLinks.IssueLink;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks for all the links of an issue at a time, each host in turn as the fetcher does it, and keeps what came of it. A host
 * that hangs costs its own links their answer and nothing else.
 */
@Component
public class CheckLinks {

    private static final Logger LOG = LoggerFactory.getLogger(CheckLinks.class);
    private static final int MOST = 500;

    private final Issues issues;
    private final Items items;
    private final LinkChecks checks;
    private final CheckLink checkLink;
    private final InstantSource clock;
    private final LinkCheckSettings settings;

    CheckLinks(
            Issues issues,
            Items items,
            LinkChecks checks,
            SafeFetcher fetcher,
            InstantSource clock,
            LinkCheckSettings settings) {
        this.issues = issues;
        this.items = items;
        this.checks = checks;
        this.checkLink = new CheckLink(fetcher, clock);
        this.clock = clock;
        this.settings = settings;
    }

    /** Checks the links of the issue again if any of the last check is too old; those that were never checked stay so. */
    public void ifOld(Issue issue) {
        var oldest = clock.instant().minus(settings.maxAge());
        checks.find(issue.id())
                .filter(links -> links.stream().anyMatch(link -> link.at().isBefore(oldest)))
                .ifPresent(_ -> run(issue.id()));
    }

    /** Checks the links of the issue as it stands; empty when there is no such issue. */
    Optional<List<CheckedLink>> run(String issueId) {
        return issues.find(issueId).map(issue -> {
            var checked = check(urls(issue));
            checks.keepLatest(issueId, checked);
            LOG.atInfo()
                    .addKeyValue("issue", issueId)
                    .addKeyValue("links", checked.size())
                    .log("links checked");
            return checked;
        });
    }

    private List<URI> urls(Issue issue) {
        List<Item> entries = issue.itemIds()
                .distinct()
                .map(items::find)
                .flatMap(Optional::stream)
                .toList();
        return IssueLinks.of(issue, entries).stream()
                .map(IssueLink::url)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private List<CheckedLink> check(List<URI> urls) {
        Map<URI, CheckedLink> answered = new ConcurrentHashMap<>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            urls.forEach(url -> threads.execute(() -> answered.put(url, checkLink.run(url))));
            threads.shutdown();
            var _ = threads.awaitTermination(settings.within().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow(); // not waited for: who hangs is left behind, and ends by the fetcher's own bounds
        }
        return urls.stream()
                .map(url -> Optional.ofNullable(answered.get(url)).orElseGet(() -> checkLink.unknown(url)))
                .toList();
    }
}
