package app.tidings.ingest.submission.telegram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that somebody sent to the bot (Telegram's "Bot API", {@code Message} and {@code MessageEntity}).
 *
 * @param isPrivate whether it was sent to the bot alone, which should answer then whatever it says
 * @param links the addresses in it, in the order of the text, at most {@value #MOST_LINKS}
 * @param profile where the sender's name leads; null for one without a public name
 */
record Message(
        long chat,
        long id,
        boolean isPrivate,
        List<String> links,
        @Nullable String name,
        @Nullable String profile,
        String language) {

    private static final int MOST_LINKS = 5;
    private static final int MOST_ENTITIES = 100;

    /** The message of an update; empty for other updates, and for messages of bots. */
    static Optional<Message> of(JsonNode update) {
        var message = update.has("message") ? update.path("message") : update.path("edited_message");
        var from = message.path("from");
        var chat = message.path("chat");
        if (!message.path("message_id").canConvertToLong()
                || !chat.path("id").canConvertToLong()
                || from.path("is_bot").asBoolean(false)) {
            return Optional.empty();
        }
        var username = text(from.path("username"));
        return Optional.of(new Message(
                chat.path("id").asLong(),
                message.path("message_id").asLong(),
                text(chat.path("type")).equals("private"),
                links(message),
                name(from, username),
                username.matches("\\w{3,64}") ? "https://t.me/" + username : null,
                text(from.path("language_code"))));
    }

    private static @Nullable String name(JsonNode from, String username) {
        var first = text(from.path("first_name"));
        var name = first.isBlank() ? username : first;
        return name.isBlank() ? null : name;
    }

    private static List<String> links(JsonNode message) {
        var found = new LinkedHashSet<String>();
        collect(text(message.path("text")), message.path("entities"), found);
        collect(text(message.path("caption")), message.path("caption_entities"), found);
        return found.stream().limit(MOST_LINKS).toList();
    }

    private static void collect(String text, JsonNode entities, LinkedHashSet<String> found) {
        entities.valueStream().limit(MOST_ENTITIES).forEach(entity -> {
            switch (text(entity.path("type"))) {
                case "url" -> found.add(withScheme(part(text, entity)));
                case "text_link" -> found.add(text(entity.path("url")));
                default -> {
                    // mentions, hashtags, bold and the like are no links
                }
            }
        });
        found.remove("");
    }

    /** Offsets count UTF-16 units, as Java's do. */
    private static String part(String text, JsonNode entity) {
        var from = entity.path("offset").asInt(-1);
        var length = entity.path("length").asInt(-1);
        return from < 0 || length < 1 || length > text.length() - from ? "" : text.substring(from, from + length);
    }

    /** Telegram takes {@code example.org/page} for an address too. */
    private static String withScheme(String address) {
        return address.isEmpty() || address.contains("://") ? address : "https://" + address;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }
}
