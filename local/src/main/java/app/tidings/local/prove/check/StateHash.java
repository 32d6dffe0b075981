package app.tidings.local.prove.check;

import app.tidings.local.run.Service;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What the services hold for true, as a hash of each document. Left out are what they only remember for a while (what is
 * unsent, open work, leases) and what changes with the time of day (when a source was polled).
 */
public record StateHash(Map<String, Integer> hashes) {

    private static final Map<Service, List<String>> TRUTHS = Map.of(
            Service.INGEST, List.of("links", "publications"),
            Service.CURATION, List.of("items", "itemTexts", "issues", "issueNumbers", "images", "publications"),
            Service.RENDER, List.of("manuscripts", "editions", "artefacts", "shelves", "publications"),
            Service.NOTIFY,
                    List.of(
                            "ledger",
                            "subjects",
                            "subscribers",
                            "addresses",
                            "lists",
                            "listPages",
                            "editionMails",
                            "publications"));

    private static final String UNSENT = "outbox";

    /** Of all that the services hold for true, each in its database. */
    public static StateHash of(Function<Service, MongoDatabase> databases) {
        var hashes = new HashMap<String, Integer>();
        TRUTHS.forEach((service, collections) -> collections.forEach(collection -> databases
                .apply(service)
                .getCollection(collection)
                .find()
                .forEach(document -> hashes.put(
                        "%s/%s/%s".formatted(service.word(), collection, document.get("_id")), hash(document)))));
        return new StateHash(hashes);
    }

    private static int hash(Document document) {
        document.remove(UNSENT);
        return document.toJson().hashCode();
    }

    /** How many documents there are. */
    public int documents() {
        return hashes.size();
    }

    /** Which documents are others, or are there only once. */
    public List<String> differences(StateHash later) {
        return Stream.concat(hashes.keySet().stream(), later.hashes.keySet().stream())
                .distinct()
                .filter(id -> !Objects.equals(hashes.get(id), later.hashes.get(id)))
                .sorted()
                .map(id -> id
                        + (hashes.containsKey(id) ? later.hashes.containsKey(id) ? " changed" : " is gone" : " is new"))
                .toList();
    }
}
