package app.tidings.bench.stage;

import app.tidings.local.run.Refusal;
import app.tidings.local.run.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The environment that a service has in its image, so that it is measured as it runs in production. */
final class ImageSettings {

    /** What a service's container has by default, in the words of the JVM's flags. */
    static final String MEMORY = "640m";

    private static final Pattern SETTING = Pattern.compile("(?m)^ENV (\\w+)=\"?([^\"\n]*)\"?$");

    private ImageSettings() {}

    /** As {@code NAME=value}; refuses an image that says nothing of its JVM. */
    static List<String> of(Path root, Service service) {
        var file = root.resolve(service.module()).resolve("Dockerfile");
        try {
            var settings = parse(Files.readString(file));
            if (settings.stream().noneMatch(setting -> setting.startsWith("JAVA_TOOL_OPTIONS="))) {
                throw new Refusal("%s sets no JAVA_TOOL_OPTIONS".formatted(file));
            }
            return settings;
        } catch (IOException e) {
            throw new Refusal("%s cannot be read".formatted(file), e);
        }
    }

    static List<String> parse(String dockerfile) {
        return SETTING.matcher(dockerfile)
                .results()
                .map(found -> found.group(1) + "=" + found.group(2))
                .toList();
    }
}
