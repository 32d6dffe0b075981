package app.tidings.ingest.connector;

import app.tidings.platform.fetch.Fetched.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the releases of an artifact from the Maven repository that the operator names: <a href="https://maven.apache.org/repositories/layout.html">its layout</a>, {@code maven-metadata.xml}. */
@Component
class MavenConnector implements Connector<MavenConnector.MavenSettings> {

    /** Few, since older releases have no time by which they could be known to be old. */
    private static final int SHOWN = 10;

    private final ApiSettings.Maven settings;

    MavenConnector(ApiSettings settings) {
        this.settings = settings.maven();
    }

    /**
     * An artifact.
     *
     * @param preReleases whether those count that are not meant for all; by default not
     */
    record MavenSettings(
            @Nullable String groupId,
            @Nullable String artifactId,
            @Nullable Boolean preReleases) implements ConnectorSettings {

        private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]{1,100}(?:\\.[A-Za-z0-9_-]{1,100}){0,20}");

        MavenSettings {
            groupId = Wording.stripped(groupId);
            artifactId = Wording.stripped(artifactId);
        }

        @Override
        public String key() {
            return Wording.key("maven", groupId, artifactId);
        }

        @Override
        public String host() {
            return "maven";
        }

        @Override
        public String title() {
            return "Maven: " + name();
        }

        private String name() {
            return groupId + ":" + artifactId;
        }

        private String path() {
            return String.valueOf(groupId).replace('.', '/') + "/" + artifactId;
        }

        @Override
        public @Nullable String fault() {
            return Wording.first(
                    Wording.needed("groupId", groupId, GROUP, "of the form org.example"),
                    Wording.needed("artifactId", artifactId, Wording.NAME));
        }
    }

    @Override
    public Class<MavenSettings> settings() {
        return MavenSettings.class;
    }

    @Override
    public @Nullable String lacking() {
        return settings.repository() == null
                ? "this installation names no Maven repository: tidings.ingest.maven.repository is not set"
                : null;
    }

    @Override
    public Reading read(MavenSettings wanted, Ask ask) {
        var repository = Objects.requireNonNull(settings.repository());
        var directory = ApiRead.at(repository, "/" + wanted.path(), Map.of());
        var request = ask.get(ApiRead.at(directory, "/maven-metadata.xml", Map.of()))
                .accept("application/xml", "text/xml", "*/*");
        var page = settings.page() == null ? directory + "/{version}/" : settings.page();
        return ConditionalRead.of(request, ask, (answer, validators, hints) -> {
            try {
                var metadata = MavenMetadata.read(answer.body());
                return metadata == null
                        ? instead(answer, "unexpected-content", "the answer is not the metadata of an artifact", hints)
                        : ApiRead.entries(
                                entries(wanted, metadata, page), ApiRead.Empty.NOTHING_FOUND, validators, hints);
            } catch (XMLStreamException e) {
                return instead(answer, "unreadable", "the answer is not valid XML", hints);
            }
        });
    }

    private static Reading instead(Answer answer, String reason, String detail, Hints hints) {
        return InsteadOfFeed.page(answer, hints).orElseGet(() -> new Reading.Failed(reason, detail, hints));
    }

    private static List<ApiEntry> entries(MavenSettings wanted, MavenMetadata metadata, String page) {
        var group = String.valueOf(wanted.groupId());
        var artifact = String.valueOf(wanted.artifactId());
        var newestFirst = metadata.versions().reversed().stream()
                .filter(version -> Versioning.MAVEN.isWanted(version, wanted.preReleases()))
                .limit(SHOWN)
                .toList();
        return newestFirst.stream()
                .map(version -> Versioning.entry(
                                wanted.name(), page, Map.of("group", group, "artifact", artifact, "version", version))
                        .with(null, metadata.time(version, newestFirst.getFirst())))
                .toList();
    }
}
