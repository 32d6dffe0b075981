package app.tidings.curation.item;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Sighting;
import app.tidings.curation.TestLinks;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.Facts;
import app.tidings.curation.item.Edits.TextChange;
import app.tidings.curation.item.Item.Placement;
import app.tidings.curation.item.Page.Repository;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Items that are as good as any, but for what a test says about them. */
public final class TestItems {

    private final Item item;

    private TestItems(Item item) {
        this.item = item;
    }

    /** A new item that nobody has looked up. */
    public static TestItems anItem() {
        return anItem(TestLinks.anAddress());
    }

    public static TestItems anItem(String url) {
        var sighted =
                new Sighted(1, "A title from the feed", null, List.of(TestLinks.aSighting("s1", url, null)), null);
        var id = Ids.link(TestLinks.PUBLICATION, url);
        return new TestItems(Item.takenIn(id, URI.create(url), sighted, TestLinks.NOW));
    }

    /** Taken in at a time, and published at another. */
    public TestItems dated(Instant takenIn, Instant published) {
        var sighting = new Sighting("s1", "Source s1", item.url(), published, TestLinks.NOW, null);
        var sighted = new Sighted(1, "A title from the feed", null, List.of(sighting), null);
        return new TestItems(Item.takenIn(item.id(), item.url(), sighted, takenIn));
    }

    public TestItems in(ItemState state) {
        return new TestItems(item.withState(state));
    }

    public TestItems placedIn(String issueId, String section) {
        return new TestItems(item.withPlacement(new Placement(issueId, section, null))).in(ItemState.PLACED);
    }

    public TestItems publishedIn(String issueId, int number) {
        return new TestItems(item.withPlacement(new Placement(issueId, "articles", number))).in(ItemState.PUBLISHED);
    }

    public TestItems declinedFor(@Nullable String reason) {
        return new TestItems(item.withDeclined(reason)).in(ItemState.DECLINED);
    }

    /** As it is after ingest took the link back. */
    public TestItems withdrawnFor(String reason) {
        var said = item.sighted();
        var now = new Sighted(said.linkVersion() + 1, said.title(), said.teaser(), said.sightings(), reason);
        return new TestItems(item.withSighted(now, TestLinks.NOW));
    }

    /** As it is after somebody looked it up. */
    public TestItems enriched(String language, @Nullable String summary) {
        return enriched(language, summary, null);
    }

    public TestItems enriched(String language, @Nullable String summary, @Nullable Repository repository) {
        var page = new Page(
                "A title from the page",
                null,
                "Notes",
                null,
                null,
                null,
                language,
                Kind.ARTICLE,
                repository,
                summary,
                List.of(),
                List.of(),
                null,
                List.of(),
                Page.Extent.UNKNOWN,
                null,
                List.of());
        return new TestItems(item.withPage(page, TestLinks.NOW));
    }

    /** A repository with so many stars. */
    public static Repository aRepository(int stars) {
        return new Repository(
                "ada", "queue", stars, false, null, null, "github.com", List.of(), null, null, TestLinks.NOW);
    }

    /** A repository on GitHub, named as it is now. */
    public static Repository aRepository(String owner, String name) {
        return new Repository(owner, name, 1, false, null, null, "github.com", List.of(), null, null, TestLinks.NOW);
    }

    public TestItems written(String language, @Nullable String title, @Nullable String comment) {
        return edited(Change.of(Map.of(language, new TextChange(title, comment))));
    }

    /** Where a language has a page of its own. */
    public TestItems linking(String language, String url) {
        var change = new TextChange(null, null, URI.create(url), false);
        return edited(Change.of(Map.of(language, change)));
    }

    public TestItems withStars(int stars) {
        return edited(new Change(Map.of(), null, stars, null, null, UnaryOperator.identity()));
    }

    public TestItems creditedTo(String name) {
        return edited(
                new Change(Map.of(), null, null, List.of(new Credit(name, null)), null, UnaryOperator.identity()));
    }

    public TestItems showing(Image image) {
        return edited(new Change(Map.of(), null, null, null, List.of(image), UnaryOperator.identity()));
    }

    /** As it is after an editor said in which language it is. */
    public TestItems saidToBeIn(String language) {
        return edited(new Change(Map.of(), null, null, null, null, _ -> Facts.of(language)));
    }

    private TestItems edited(Change change) {
        return new TestItems(item.edited(change));
    }

    public Item build() {
        return item;
    }
}
