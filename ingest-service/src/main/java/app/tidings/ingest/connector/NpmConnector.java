package app.tidings.ingest.connector;

import app.tidings.platform.fetch.Fetched.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Reads the releases of an npm package from the registry that the operator names: <a href="https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md">the public registry API</a>, {@code GET /{package}}. */
@Component
class NpmConnector implements Connector<NpmConnector.NpmSettings> {

    private static final int SHOWN = 30;

    private final ApiSettings.Npm settings;

    NpmConnector(ApiSettings settings) {
        this.settings = settings.npm();
    }

    /**
     * A package of npm.
     *
     * @param project its name, with its scope if it has one: {@code @scope/name}
     * @param preReleases whether those count that are not meant for all; by default not
     */
    record NpmSettings(@Nullable String project, @Nullable Boolean preReleases) implements ConnectorSettings {

        private static final Pattern PROJECT =
                Pattern.compile("(?:@[A-Za-z0-9~-][A-Za-z0-9._~-]{0,99}/)?[A-Za-z0-9~-][A-Za-z0-9._~-]{0,127}");

        NpmSettings {
            project = Wording.stripped(project);
        }

        @Override
        public String key() {
            return Wording.key("npm", project);
        }

        @Override
        public String host() {
            return "npm";
        }

        @Override
        public String title() {
            return "npm: " + project;
        }

        @Override
        public @Nullable String fault() {
            return Wording.needed("project", project, PROJECT);
        }
    }

    @Override
    public Class<NpmSettings> settings() {
        return NpmSettings.class;
    }

    @Override
    public @Nullable String lacking() {
        return settings.registry() == null || settings.page() == null
                ? "this installation names no npm registry: tidings.ingest.npm.registry and tidings.ingest.npm.page are not both set"
                : null;
    }

    @Override
    public Reading read(NpmSettings wanted, Ask ask) {
        var project = String.valueOf(wanted.project());
        var registry = Objects.requireNonNull(settings.registry());
        // the slash behind the scope is part of the name
        var address = ApiRead.at(registry, "/" + project.replace("/", "%2f"), Map.of());
        var request = ask.get(address).accept("application/json", "*/*");
        return ConditionalRead.of(request, ask, (answer, validators, hints) -> {
            var packument = packument(answer);
            return packument == null
                    ? InsteadOfFeed.page(answer, hints)
                            .orElseGet(() -> new Reading.Failed(
                                    "unreadable", "the answer is not what a registry says of a package", hints))
                    : ApiRead.entries(entries(wanted, packument), ApiRead.Empty.NOTHING_FOUND, validators, hints);
        });
    }

    private static @Nullable Packument packument(Answer answer) {
        try (var json = ApiRead.walk(answer)) {
            return Packument.read(json);
        } catch (JacksonException e) {
            return null;
        }
    }

    private List<ApiEntry> entries(NpmSettings wanted, Packument packument) {
        var project = String.valueOf(wanted.project());
        var page = Objects.requireNonNull(settings.page());
        return packument.newestFirst().stream()
                .filter(version -> Versioning.SEMANTIC.isWanted(version, wanted.preReleases()))
                .limit(SHOWN)
                .map(version -> Versioning.entry(project, page, Map.of("package", project, "version", version))
                        .with(packument.description(), packument.times().get(version)))
                .toList();
    }
}
