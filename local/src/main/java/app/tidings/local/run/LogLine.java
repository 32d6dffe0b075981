package app.tidings.local.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a structured log. */
record LogLine(String process, Instant at, String level, String logger, String message) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** Reads a line; one that is no JSON is its own message. */
    static LogLine of(String process, String line) {
        try {
            var json = JSON.readTree(line);
            return new LogLine(
                    process,
                    Instant.ofEpochMilli(json.path("timestamp").asLong(0)),
                    json.path("level").asString(""),
                    json.path("loggerName").asString(""),
                    json.path("formattedMessage").asString("") + pairs(json) + thrown(json.path("throwable")));
        } catch (JacksonException e) {
            return new LogLine(process, Instant.EPOCH, "", "", line);
        }
    }

    String inWords() {
        var name = logger.substring(logger.lastIndexOf('.') + 1);
        return "%s %-5s %-14s %s: %s".formatted(TIME.format(at), level, process, name, message);
    }

    private static String pairs(JsonNode json) {
        return json.path("kvpList")
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(pair -> " " + pair.getKey() + "=" + pair.getValue().asString(""))
                .collect(Collectors.joining());
    }

    private static String thrown(JsonNode throwable) {
        if (throwable.isMissingNode() || throwable.isNull()) {
            return "";
        }
        return " (%s: %s)"
                .formatted(
                        throwable.path("className").asString(""),
                        throwable.path("message").asString(""));
    }
}
