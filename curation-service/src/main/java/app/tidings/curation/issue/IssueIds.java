package app.tidings.curation.issue;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * The ids of issues. Collection {@code issueRequests}: which one a caller's idempotency key got, so that a repeated call makes no
 * second issue.
 */
@Repository
public class IssueIds {

    private final MongoCollection<Document> collection;

    IssueIds(MongoDatabase database) {
        this.collection = database.getCollection("issueRequests");
    }

    /** The id that the first call with this key got. */
    String keepFirst(String publicationId, String key, String freshId) {
        var standing = collection.findOneAndUpdate(
                eq("_id", publicationId + ":" + key),
                combine(setOnInsert("issueId", freshId), setOnInsert("v", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(standing, "an upsert leaves a document").getString("issueId");
    }

    /**
     * The id of an issue that went out before this system was there: of its date, and always the same.
     *
     * @param number its number in the publication
     */
    public static String ofPast(String publicationId, int number, LocalDate date) {
        var digest = Ids.contentHash((publicationId + "\n" + number).getBytes(UTF_8));
        var made = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return publicationId + ":" + Ulid.time(made)
                + digest.substring(0, Ulid.CHANCE_DIGITS).toUpperCase(Locale.ROOT);
    }

    /** When the id of an issue was made. */
    public static Instant madeAt(String issueId) {
        return Ulid.madeAt(issueId.substring(issueId.indexOf(':') + 1));
    }

    /** Sorts by the time of its making: 48 bits of milliseconds, 80 of chance, in Crockford's base 32. */
    static final class Ulid {

        private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        private static final int TIME_DIGITS = 10;
        private static final int CHANCE_DIGITS = 16;
        private static final int BITS = 5;

        private Ulid() {}

        static String of(Instant made, RandomGenerator chance) {
            var text = new StringBuilder(time(made));
            for (var digit = 0; digit < CHANCE_DIGITS; digit++) {
                text.append(DIGITS.charAt(chance.nextInt(DIGITS.length())));
            }
            return text.toString();
        }

        private static String time(Instant made) {
            var text = new StringBuilder();
            for (var digit = TIME_DIGITS - 1; digit >= 0; digit--) {
                text.append(DIGITS.charAt((int) (made.toEpochMilli() >>> (digit * BITS)) & 31));
            }
            return text.toString();
        }

        /** When it was made. */
        static Instant madeAt(String ulid) {
            var millis = 0L;
            for (var i = 0; i < TIME_DIGITS; i++) {
                millis = (millis << BITS) | DIGITS.indexOf(ulid.charAt(i));
            }
            return Instant.ofEpochMilli(millis);
        }
    }
}
