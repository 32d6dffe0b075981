package app.tidings.render.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Profile;
import app.tidings.render.artefact.Artefacts;
import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.artefact.Shelves;
import app.tidings.render.edition.Addresses;
import app.tidings.render.feed.Feed.Item;
import app.tidings.render.typeset.Typesetting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The newest issues of a publication as a feed; what it is made of is looked up each time, what it becomes is kept. */
@Component
public class Feeds {

    private static final int ISSUES = 30;
    private static final long KEPT_BYTES = 48 * 1024 * 1024L;

    private final Shelves shelves;
    private final Artefacts artefacts;
    private final Addresses addresses;
    private final KeptFeeds kept = new KeptFeeds(KEPT_BYTES);

    Feeds(Shelves shelves, Artefacts artefacts, Addresses addresses) {
        this.shelves = shelves;
        this.artefacts = artefacts;
        this.addresses = addresses;
    }

    /** The feed as it is now; valid also where nothing was published yet. */
    public Written find(Profile profile, String language, FeedFormat format) {
        var newest = shelves.find(profile.publicationId(), language).issues().stream()
                .limit(ISSUES)
                .toList();
        return kept.findOrWrite(
                new KeptFeeds.Name(profile.publicationId(), language, format),
                new KeptFeeds.Content(profile, newest),
                () -> format.write(feed(profile, language, format, newest)));
    }

    private Feed feed(Profile profile, String language, FeedFormat format, List<Issue> newest) {
        var publication = profile.publicationId();
        return new Feed(
                language,
                Typesetting.masthead(profile, language, addresses),
                addresses.feed(publication, language, format.file()),
                newest.stream().map(issue -> item(issue, profile, language)).toList());
    }

    private Item item(Issue issue, Profile profile, String language) {
        var page = addresses.page(profile.publicationId(), language, issue.number());
        var stored = artefacts
                .find(issue.page())
                .orElseThrow(() -> new IllegalStateException("the page of %s is gone".formatted(issue.editionId())));
        var text = IssueText.of(stored, page);
        var zone = ZoneId.of(profile.zone());
        var dated = issue.date().atStartOfDay(zone).toInstant();
        var printed = Objects.requireNonNullElse(issue.printedAt(), dated);
        return new Item(
                id(issue),
                issue.title(),
                page,
                earlier(dated, printed).atZone(zone).toOffsetDateTime(),
                printed.atZone(zone).toOffsetDateTime(),
                text.summary(),
                text.html(),
                text.image());
    }

    /** No reader shows what is to come; an issue may be dated after the day on which it was approved. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Of the issue and language alone: the archive may move, and a teaser may give way to the whole text. */
    private static String id(Issue issue) {
        var withoutAccess = issue.editionId().substring(0, issue.editionId().lastIndexOf(':'));
        return "urn:uuid:" + UUID.nameUUIDFromBytes(withoutAccess.getBytes(UTF_8));
    }
}
