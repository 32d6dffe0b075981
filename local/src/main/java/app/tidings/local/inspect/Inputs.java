package app.tidings.local.inspect;

import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Which inputs the words of a command line name, one by one or by a list. */
final class Inputs {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * One of them.
     *
     * @param id under which it is answered: as the list names it, or else its file
     * @param file as it was written
     * @param headers of the answer that brought it, names in lower case; empty where none are known
     * @param baseUrl the address that it is assumed to come from
     */
    record Input(
            String id,
            String file,
            Path directory,
            Map<String, String> headers,
            @Nullable String baseUrl) {

        boolean isAddress() {
            return file.regionMatches(true, 0, "http://", 0, 7) || file.regionMatches(true, 0, "https://", 0, 8);
        }

        /** Where a file lies. */
        Path path() {
            return directory.resolve(file);
        }
    }

    private Inputs() {}

    /**
     * Reads the words.
     *
     * @param usage what to say where they are wrong
     * @throws Refusal if they name nothing, or a list that cannot be read
     */
    static List<Input> of(List<String> arguments, String usage) {
        var words = new ArrayDeque<>(arguments);
        var named = new ArrayList<String>();
        var lists = new ArrayList<Path>();
        var directory = Path.of("");
        String address = null;
        while (!words.isEmpty()) {
            var word = words.pop();
            switch (word) {
                case "--list" -> lists.add(Path.of(value(word, words.poll(), usage)));
                case "--base-dir" -> directory = Path.of(value(word, words.poll(), usage));
                case "--url" -> address = value(word, words.poll(), usage);
                default -> named.add(file(word, usage));
            }
        }
        var inputs = new ArrayList<Input>();
        for (var list : lists) {
            inputs.addAll(listed(list, directory));
        }
        for (var file : named) {
            inputs.add(new Input(file, file, Path.of(""), Map.of(), address));
        }
        if (inputs.isEmpty() && lists.isEmpty()) {
            throw new Refusal("nothing to inspect; it is used as " + usage);
        }
        return inputs;
    }

    private static String value(String option, @Nullable String value, String usage) {
        if (value == null) {
            throw new Refusal(option + " needs a value; it is used as " + usage);
        }
        return value;
    }

    private static String file(String word, String usage) {
        if (word.startsWith("--")) {
            throw new Refusal("there is no option " + word + "; it is used as " + usage);
        }
        return word;
    }

    private static List<Input> listed(Path list, Path directory) {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> listed(line, directory))
                    .toList();
        } catch (IOException e) {
            throw new Refusal("the list %s cannot be read".formatted(list), e);
        } catch (JacksonException e) {
            throw new Refusal("the list %s is not one JSON object a line, with a \"file\" in each".formatted(list), e);
        }
    }

    private static Input listed(String line, Path directory) {
        String id = null;
        String file = null;
        String baseUrl = null;
        Map<String, String> headers = Map.of();
        try (var json = JSON.createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                var value = json.nextToken();
                switch (name) {
                    case "id" -> id = json.getValueAsString();
                    case "file" -> file = json.getValueAsString();
                    case "base_url", "url" -> baseUrl = json.getValueAsString();
                    case "headers" -> headers = value == JsonToken.START_OBJECT ? headers(json) : Map.of();
                    default -> json.skipChildren();
                }
            }
        }
        if (file == null) {
            throw new Refusal("a line of the list has no \"file\"");
        }
        return new Input(id == null ? file : id, file, directory, headers, baseUrl);
    }

    private static Map<String, String> headers(JsonParser json) {
        var headers = new HashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName().toLowerCase(Locale.ROOT);
            json.nextToken();
            headers.put(name, json.getValueAsString(""));
            json.skipChildren();
        }
        return headers;
    }
}
