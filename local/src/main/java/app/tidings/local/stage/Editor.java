package app.tidings.local.stage;

import app.tidings.local.stage.Patience.Look;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an editor does for an issue, over curation's API; each step may be sent again after a crash. */
public final class Editor {

    private static final int CONFLICT = 409;
    private static final String DONE = "DONE";

    private final Api curation;
    private final Patience patience;

    private record Item(long version) {}

    private record Approved(Issue issue) {}

    /** An issue as curation tells of it. */
    public record Issue(String id, long version, String state) {

        /** Whether the last mail of its last edition was handed over, and curation knows. */
        public boolean isDone() {
            return state.equals(DONE);
        }
    }

    /** Who works at curation's API. */
    public Editor(Api curation, Patience patience) {
        this.curation = curation;
        this.patience = patience;
    }

    /**
     * Begins an issue.
     *
     * @param headline by language
     * @param key makes it the same issue when it is begun again
     */
    public Issue begin(String publication, Map<String, String> headline, String key) {
        return curation.post(
                "/api/v1/issues",
                Map.of("publication", publication, "headline", headline),
                Issue.class,
                "Idempotency-Key",
                key);
    }

    /** Shortlists the item, writes the same text for it in Chinese and English, and places it in a section of the issue. */
    public void take(String itemId, String issueId, String section, Map<String, String> text) {
        var item = "/api/v1/items/" + itemId;
        patience.again(CONFLICT, "somebody else wrote the item", () -> {
            var read = curation.post(item + "/shortlist", Map.of(), Item.class);
            var edit = Map.of("version", read.version(), "texts", Map.of("zh", text, "en", text), "section", section);
            return curation.patch(item, edit, Item.class);
        });
        patience.again(
                CONFLICT,
                "an item cannot be placed yet",
                () -> curation.post(
                        path(issueId) + "/entries", Map.of("itemId", itemId, "section", section), Issue.class));
    }

    /**
     * Approves the issue.
     *
     * @param mode to whom it is announced: {@code SUBSCRIBERS} or {@code NONE}
     */
    public Issue approve(String issueId, String mode) {
        var announce = Map.of("mode", mode, "channels", List.of());
        return patience.again(
                CONFLICT,
                "somebody else wrote the issue",
                () -> curation.post(
                                path(issueId) + "/approve",
                                Map.of("version", issue(issueId).version(), "announce", announce),
                                Approved.class)
                        .issue());
    }

    /**
     * Waits until the issue is done.
     *
     * @param progress how far it is, for whoever waits
     */
    public Issue awaitDone(String issueId, Function<Issue, String> progress) {
        return patience.until(() -> {
            var issue = issue(issueId);
            return issue.isDone() ? new Look.Done<>(issue) : new Look.NotYet<>(progress.apply(issue));
        });
    }

    private Issue issue(String id) {
        return curation.get(path(id), Issue.class);
    }

    private static String path(String id) {
        return "/api/v1/issues/" + id;
    }
}
