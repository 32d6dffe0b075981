package app.tidings.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file as it is parsed, anchors and merges resolved, variables not. */
record ComposeFile(Map<String, Object> keys, Map<String, Object> merged) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** One service of the file. */
    record Service(String name, Map<String, Object> keys) {

        Map<String, Object> map(String key) {
            return ComposeFile.map(keys, key);
        }

        List<String> list(String key) {
            return keys.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        Map<String, String> environment() {
            var variables = new TreeMap<String, String>();
            map("environment").forEach((name, value) -> variables.put(name, String.valueOf(value)));
            return variables;
        }

        /** The lines of the Dockerfile that its image is built by; none where it is taken from elsewhere. */
        List<String> dockerfile() {
            var build = map("build");
            return build.isEmpty()
                    ? List.of()
                    : text(String.valueOf(build.get("dockerfile")))
                            .replaceAll("\\\\\n\\s*", "")
                            .lines()
                            .toList();
        }

        /** The images that it is, or that its own image is made from. */
        List<String> images() {
            return dockerfile().isEmpty()
                    ? List.of(String.valueOf(keys.get("image")))
                    : dockerfile().stream()
                            .filter(line -> line.startsWith("FROM "))
                            .map(line -> line.split(" ", -1)[1])
                            .toList();
        }

        /** Who runs in it. */
        @Nullable
        String user() {
            return keys.containsKey("user")
                    ? String.valueOf(keys.get("user"))
                    : dockerfile().stream()
                            .filter(line -> line.startsWith("USER "))
                            .map(line -> line.substring("USER ".length()))
                            .reduce((_, last) -> last)
                            .orElse(null);
        }

        /** Whether it is there for a while only, when somebody asks for it. */
        boolean isOneShot() {
            return keys.containsKey("profiles");
        }
    }

    /** The file in the root of the project. */
    static ComposeFile production() {
        return parse(text("docker-compose.yml"));
    }

    static ComposeFile parse(String yaml) {
        var keys = load(yaml);
        return new ComposeFile(keys, map(keys, "services"));
    }

    /** A YAML text as maps and lists. */
    static Map<String, Object> load(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    /** A file of the project. */
    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Service> services() {
        var services = new ArrayList<Service>();
        merged.forEach((name, _) -> services.add(new Service(name, map(merged, name))));
        return services.stream();
    }

    Service service(String name) {
        return new Service(name, map(merged, name));
    }

    /** Whether whoever is on the network reaches nothing outside. */
    boolean isInternal(String network) {
        return Boolean.TRUE.equals(map(map(keys, "networks"), network).get("internal"));
    }

    /** The file of a secret. */
    @Nullable
    String secretFile(String secret) {
        return (String) map(map(keys, "secrets"), secret).get("file");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
