package app.tidings.curation.publication;

import app.tidings.contracts.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The operator's file of publications: under {@code publications} a list of profiles without their versions. */
final class SeedFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SeedFile() {}

    /** The profiles, each as version 1. Throws with a message for the operator when the file is not in order. */
    static List<Profile> read(Resource file) {
        try {
            var profiles = MAPPER.valueToTree(content(file))
                    .path("publications")
                    .valueStream()
                    .map(SeedFile::profile)
                    .toList();
            if (profiles.isEmpty()) {
                throw new IllegalArgumentException("it lists no publications");
            }
            refuseTwins(profiles);
            return profiles;
        } catch (RuntimeException e) {
            throw new IllegalStateException("tidings.curation.profiles, %s: %s".formatted(file, reason(e)), e);
        }
    }

    private static Map<String, Object> content(Resource file) {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(file);
        var content = yaml.getObject();
        return content == null ? Map.of() : content;
    }

    private static Profile profile(JsonNode node) {
        if (!(node instanceof ObjectNode object) || object.has("version")) {
            throw new IllegalArgumentException("a publication is not a map, or has a version of its own");
        }
        return MAPPER.treeToValue(object.put("version", 1), Profile.class);
    }

    private static void refuseTwins(List<Profile> profiles) {
        var ids = new HashSet<String>();
        for (var profile : profiles) {
            if (!ids.add(profile.publicationId())) {
                throw new IllegalArgumentException("publication %s is listed twice".formatted(profile.publicationId()));
            }
        }
    }

    private static @Nullable String reason(RuntimeException fault) {
        return fault instanceof JacksonException json && json.getCause() != null
                ? json.getCause().getMessage()
                : fault.getMessage();
    }
}
