package app.tidings.local.prove.issue;

import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Patience.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an editor does for an issue, over the services' own APIs; each step may be sent again after a crash. */
public final class MakeIssue {

    private static final int CONFLICT = 409;
    private static final int UNKNOWN_PUBLICATION = 422;
    private static final String DONE = "DONE";

    private final Api ingest;
    private final Api curation;
    private final Patience patience;
    private final Site site;

    private record Source(String id) {}

    private record Item(String id, long version, String state, URI url, boolean enriched) {}

    private record Items(List<Item> items, @Nullable String next) {}

    /** An issue as curation tells of it. */
    public record Issue(String id, long version, String state) {

        /** Whether the last mail of its last edition was handed over, and curation knows. */
        public boolean isDone() {
            return state.equals(DONE);
        }

        /** What notify calls the edition in that language. */
        public String subject(String language) {
            return "%s:%s:full".formatted(id, language);
        }
    }

    private record Approved(Issue issue) {}

    /** By these two services, from this site's pages. */
    public MakeIssue(Api ingest, Api curation, Patience patience, Site site) {
        this.ingest = ingest;
        this.curation = curation;
        this.patience = patience;
        this.site = site;
    }

    /** Makes the numbered issue of a publication, up to its approval for all subscribers. */
    public Issue run(String publication, int number) {
        again(
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
        items.forEach(this::write);
        var issue = curation.post(
                "/api/v1/issues",
                Map.of(
                        "publication",
                        publication,
                        "headline",
                        Map.of("zh", "第 " + number + " 期", "en", "No. " + number)),
                Issue.class,
                "Idempotency-Key",
                "proof-" + number);
        items.forEach(item -> again(
                CONFLICT,
                "an item cannot be placed yet",
                () -> curation.post(
                        path(issue.id()) + "/entries",
                        Map.of("itemId", item.id(), "section", "articles"),
                        Issue.class)));
        return approve(issue.id());
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

    private void write(Item item) {
        var text = Map.of("title", "A page", "comment", "Worth **reading** to its end.");
        again(CONFLICT, "somebody else wrote the item", () -> {
            var read = curation.post(itemPath(item) + "/shortlist", Map.of(), Item.class);
            return curation.patch(
                    itemPath(item),
                    Map.of("version", read.version(), "texts", Map.of("zh", text, "en", text), "section", "articles"),
                    Item.class);
        });
    }

    private Issue approve(String id) {
        return again(CONFLICT, "somebody else wrote the issue", () -> {
            var read = issue(id);
            return curation.post(
                            path(id) + "/approve",
                            Map.of(
                                    "version",
                                    read.version(),
                                    "announce",
                                    Map.of("mode", "SUBSCRIBERS", "channels", List.of())),
                            Approved.class)
                    .issue();
        });
    }

    private <T> T again(int refusal, String progress, Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (Api.Refused e) {
                if (e.status() != refusal) {
                    throw e;
                }
                patience.waitALittle(progress);
            }
        }
    }

    /** The issue as it stands. */
    public Issue issue(String id) {
        return curation.get(path(id), Issue.class);
    }

    private static String path(String id) {
        return "/api/v1/issues/" + id;
    }

    private static String itemPath(Item item) {
        return "/api/v1/items/" + item.id();
    }
}
