package app.tidings.curation.repository.refresh;

import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.Items;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.repository.AskMany;
import app.tidings.curation.repository.Asked;
import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.RepositoryClient;
import app.tidings.curation.repository.RepositoryClient.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks for the repositories of a draft's entries once more, so that it goes out with the stars of the day. A host that is away
 * leaves what was known, with a flag; what an editor says of stars stands in any case.
 */
@Component
public class RefreshIssue {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshIssue.class);

    private final Issues issues;
    private final Items items;
    private final RepositoryClient client;
    private final AskMany askMany;
    private final InstantSource clock;
    private final RefreshSettings settings;

    /** What became of refreshing an issue. */
    sealed interface Refreshed {

        /** What became of each entry that is of a repository. */
        record Done(List<Entry> entries) implements Refreshed {}

        /** It is approved: nothing of it changes any more. */
        record Frozen() implements Refreshed {}
    }

    /**
     * What became of an entry.
     *
     * @param stars as they are printed now; none where none are known
     * @param before as they would have been printed
     * @param flags what an editor should see about the repository
     */
    record Entry(
            String itemId,
            @Nullable Integer stars,
            @Nullable Integer before,
            List<String> flags) {}

    RefreshIssue(
            Issues issues,
            Items items,
            RepositoryClient client,
            AskMany askMany,
            InstantSource clock,
            RefreshSettings settings) {
        this.issues = issues;
        this.items = items;
        this.client = client;
        this.askMany = askMany;
        this.clock = clock;
        this.settings = settings;
    }

    /** Asks for every repository of the issue; empty when there is no such issue. */
    Optional<Refreshed> run(String issueId) {
        return issues.find(issueId)
                .map(issue ->
                        issue.editable() ? new Refreshed.Done(refresh(issue, Duration.ZERO)) : new Refreshed.Frozen());
    }

    /** Asks for those repositories of the issue that nobody has asked for of late. */
    public void ifOld(Issue issue) {
        refresh(issue, settings.after());
    }

    private List<Entry> refresh(Issue issue, Duration after) {
        var before = new LinkedHashMap<String, Item>();
        var targets = new LinkedHashMap<String, Target>();
        issue.itemIds()
                .distinct()
                .map(items::find)
                .flatMap(Optional::stream)
                .forEach(item -> target(item, after).ifPresent(target -> {
                    before.put(item.id(), item);
                    targets.put(item.id(), target);
                }));
        if (targets.isEmpty()) {
            return List.of();
        }
        var answers = askMany.run(targets, settings.within());
        var entries = before.values().stream()
                .map(item -> kept(item, answers.getOrDefault(item.id(), new NotNow(null))))
                .toList();
        LOG.atInfo()
                .addKeyValue("issue", issue.id())
                .addKeyValue("repositories", entries.size())
                .addKeyValue(
                        "flags",
                        entries.stream().mapToInt(each -> each.flags().size()).sum())
                .log("repositories asked for again");
        return entries;
    }

    /** Who is to be asked: about the page that the link leads to, or else about the repository that was found behind it. */
    private Optional<Target> target(Item item, Duration after) {
        var known = item.page().map(Page::repository);
        var isNew = known.map(Repository::asOf)
                .filter(asOf -> asOf.plus(after).isAfter(clock.instant()))
                .isPresent();
        return item.awaitsEnrichment() || isNew
                ? Optional.empty()
                : client.target(item.url()).or(() -> known.flatMap(client::target));
    }

    private Entry kept(Item item, Asked asked) {
        var now = clock.instant();
        var step = items.takeStep(item.id(), standing -> NewFacts.of(standing, asked, now));
        var after = step.orElse(null) instanceof Changed changed ? changed.item() : item;
        var flags = after.page().map(NewFacts::flags).orElse(List.of());
        return new Entry(item.id(), after.stars(), item.stars(), flags);
    }
}
