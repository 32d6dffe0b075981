package app.tidings.curation.publication;

import static app.tidings.platform.mongo.Documents.toDocument;
import static app.tidings.platform.mongo.Documents.toRecord;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.PublicationEvent.ProfileChanged;
import app.tidings.platform.outbox.Outbox;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Collection {@code publications}: the profile of each; {@code _id} is the publication's id. */
@Repository
public class Publications {

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    Publications(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("publications");
        this.outbox = outbox;
    }

    /** The profile as it stands. */
    public Optional<Profile> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Publications::profile);
    }

    /**
     * That there is such a publication.
     *
     * @throws BadValue if not, which says what there is
     */
    public void require(String id) {
        if (find(id).isEmpty()) {
            var known = all().stream().map(Profile::publicationId).collect(Collectors.joining(", "));
            throw new BadValue("publication is one of " + known);
        }
    }

    /** The languages that an editor may write in: the publication's own first, then those of its editions. */
    public static List<String> languagesOf(Profile profile) {
        return Stream.concat(
                        Stream.of(profile.language()),
                        profile.editions().stream().map(EditionPlan::language))
                .distinct()
                .toList();
    }

    public static boolean hasSection(Profile profile, String section) {
        return profile.sections().stream().anyMatch(each -> each.id().equals(section));
    }

    /** The profiles of all publications, by id. */
    public List<Profile> all() {
        return collection
                .find()
                .sort(Sorts.ascending("_id"))
                .map(Publications::profile)
                .into(new ArrayList<>());
    }

    /**
     * Stores the profile under the next version, and tells of it, unless the one that stands says the same. Whoever comes
     * second at the same moment changes nothing.
     */
    void raiseIfChanged(Profile seeded, Instant now) {
        var standing = find(seeded.publicationId());
        if (standing.isEmpty()) {
            keepFirst(withVersion(seeded, 1), now);
        } else if (!withVersion(seeded, standing.get().version()).equals(standing.get())) {
            replaceIfVersion(
                    withVersion(seeded, standing.get().version() + 1),
                    standing.get().version(),
                    now);
        }
    }

    private void keepFirst(Profile profile, Instant now) {
        outbox.write(
                collection,
                profile.publicationId(),
                List.of(new ProfileChanged(profile, now)),
                unsent -> collection.updateOne(
                        eq("_id", profile.publicationId()),
                        combine(
                                setOnInsert("v", 1),
                                setOnInsert("version", profile.version()),
                                setOnInsert("profile", toDocument(profile)),
                                setOnInsert("changedAt", Date.from(now)),
                                unsent.setOnInsert()),
                        new UpdateOptions().upsert(true)));
    }

    private void replaceIfVersion(Profile profile, long read, Instant now) {
        outbox.write(
                collection,
                profile.publicationId(),
                List.of(new ProfileChanged(profile, now)),
                unsent -> collection.updateOne(
                        and(eq("_id", profile.publicationId()), eq("version", read)),
                        combine(
                                set("version", profile.version()),
                                set("profile", toDocument(profile)),
                                set("changedAt", Date.from(now)),
                                unsent.set())));
    }

    /** Tells of every profile again, in the words in which it was told first. */
    void sendAllAgain() {
        for (var document : collection.find()) {
            var profile = profile(document);
            var event =
                    new ProfileChanged(profile, document.getDate("changedAt").toInstant());
            outbox.write(
                    collection,
                    profile.publicationId(),
                    List.of(event),
                    unsent -> collection.updateOne(
                            and(eq("_id", profile.publicationId()), eq("version", profile.version())), unsent.set()));
        }
    }

    private static Profile profile(Document document) {
        return toRecord(document.get("profile", Document.class), Profile.class);
    }

    private static Profile withVersion(Profile profile, long version) {
        return new Profile(
                profile.publicationId(),
                version,
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.titlePattern(),
                profile.sections(),
                profile.editions(),
                profile.style(),
                profile.imprint());
    }
}
