package app.tidings.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A topic: its name, whose first word is its only writer, the sealed interface of its events, and who reads it.
 *
 * @param readers services that handle each of its event types
 * @param compacted whether the newest event of a key is the state, kept for ever
 */
public record Topic(String name, Class<? extends Event> events, Set<String> readers, boolean compacted) {

    private static final String INGEST = "ingest";
    private static final String CURATION = "curation";
    private static final String RENDER = "render";
    private static final String NOTIFY = "notify";

    /** Every topic of the system. */
    public static final List<Topic> ALL = List.of(
            new Topic(LinkEvent.TOPIC, LinkEvent.class, Set.of(CURATION), false),
            new Topic(SourceEvent.TOPIC, SourceEvent.class, Set.of(), false),
            new Topic(PublicationEvent.TOPIC, PublicationEvent.class, Set.of(INGEST, RENDER, NOTIFY), true),
            new Topic(ItemEvent.TOPIC, ItemEvent.class, Set.of(INGEST, CURATION), false),
            new Topic(ImageEvent.TOPIC, ImageEvent.class, Set.of(RENDER), false),
            new Topic(IssueEvent.TOPIC, IssueEvent.class, Set.of(RENDER), false),
            new Topic(EditionEvent.TOPIC, EditionEvent.class, Set.of(NOTIFY, CURATION), false),
            new Topic(DeliveryEvent.TOPIC, DeliveryEvent.class, Set.of(CURATION, RENDER), false));

    private static final Map<String, Topic> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));

    public Topic {
        Guard.text(name, "topic name");
        Guard.present(events, "topic events");
        readers = Set.copyOf(readers);
    }

    /** The topic of that name; refuses a name that is not in the contract. */
    public static Topic named(String name) {
        var topic = BY_NAME.get(name);
        if (topic == null) {
            throw new IllegalArgumentException("no such topic: " + name);
        }
        return topic;
    }

    /** The topic that an event is published on. */
    public static Topic of(Event event) {
        return ALL.stream()
                .filter(topic -> topic.events.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic for " + event.getClass()));
    }

    /** The service that alone may write it. */
    public String writer() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The event records by their wire name. */
    public Map<String, Class<?>> types() {
        return Arrays.stream(events.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::name, JsonSubTypes.Type::value));
    }

    /** The wire name of an event, such as {@code link-found}. */
    public static String typeOf(Event event) {
        return of(event).types().entrySet().stream()
                .filter(type -> type.getValue().isInstance(event))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no wire name for " + event.getClass()));
    }

    /** The topics that a service writes. */
    public static Collection<Topic> writtenBy(String service) {
        return ALL.stream().filter(topic -> topic.writer().equals(service)).toList();
    }

    /** The topics that a service reads. */
    public static Collection<Topic> readBy(String service) {
        return ALL.stream().filter(topic -> topic.readers.contains(service)).toList();
    }
}
