package app.tidings.local.prove.issue;

import app.tidings.local.stage.Api;
import app.tidings.local.stage.Editor;
import app.tidings.local.stage.Editor.Issue;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Patience.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an editor does for an issue, over the services' own APIs; each step may be sent again after a crash. */
public final class MakeIssue {

    private static final int UNKNOWN_PUBLICATION = 422;
    private static final Map<String, String> TEXT =
            Map.of("title", "A page", "comment", "Worth **reading** to its end.");

    private final Api ingest;
    private final Api curation;
    private final Editor editor;
    private final Patience patience;
    private final Site site;

    private record Source(String id) {}

    private record Item(String id, long version, String state, URI url, boolean enriched) {}

    private record Items(List<Item> items, @Nullable String next) {}

    /** By these two services, from this site's pages. */
    public MakeIssue(Api ingest, Api curation, Patience patience, Site site) {
        this.ingest = ingest;
        this.curation = curation;
        this.editor = new Editor(curation, patience);
        this.patience = patience;
        this.site = site;
    }

    /** Makes the numbered issue of a publication, up to its approval for all subscribers. */
    public Issue run(String publication, int number) {
        patience.again(
                UNKNOWN_PUBLICATION,
                "ingest has not heard of the publication",
                () -> ingest.post(
                        "/api/v1/sources",
                        Map.of(
                                "publication",
                                publication,
                                "name",
                                "Feed " + number,
                                "feedUrl",
                                site.feed(number).toString()),
                        Source.class));
        var items = patience.until(() -> enriched(publication, number));
        var headline = Map.of("zh", "第 " + number + " 期", "en", "No. " + number);
        var issue = editor.begin(publication, headline, "proof-" + number);
        items.forEach(item -> editor.take(item.id(), issue.id(), "articles", TEXT));
        return editor.approve(issue.id(), "SUBSCRIBERS");
    }

    private Look<List<Item>> enriched(String publication, int number) {
        var found = new ArrayList<Item>();
        var page = new Items(List.of(), "");
        while (page.next() != null) {
            var cursor = page.next().isEmpty() ? "" : "&cursor=" + Api.encoded(page.next());
            page = curation.get("/api/v1/items?limit=200&publication=" + publication + cursor, Items.class);
            page.items().stream()
                    .filter(item -> site.isOf(number, item.url()) && item.enriched())
                    .forEach(found::add);
        }
        return found.size() < Site.PAGES
                ? new Look.NotYet<>("issue %d has %d of %d items".formatted(number, found.size(), Site.PAGES))
                : new Look.Done<>(found);
    }

    /** Waits until the last mail of the issue was handed over, and curation knows. */
    public void awaitDone(String issueId, Function<Issue, String> progress) {
        editor.awaitDone(issueId, progress);
    }
}
