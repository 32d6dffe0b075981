package app.tidings.ingest.connector;

import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the releases of a Python package: <a href="https://docs.pypi.org/api/feeds/">the feeds of PyPI</a>, "Project Releases Feed", in which the title of an entry is the version alone. */
@Component
class PypiConnector implements Connector<PypiConnector.PypiSettings> {

    private final ApiSettings settings;

    PypiConnector(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * A package of PyPI.
     *
     * @param project its name
     * @param preReleases whether those count that are not meant for all; by default not
     */
    record PypiSettings(@Nullable String project, @Nullable Boolean preReleases) implements ConnectorSettings {

        PypiSettings {
            project = Wording.stripped(project);
        }

        @Override
        public String key() {
            return Wording.key("pypi", Wording.lower(project));
        }

        @Override
        public String host() {
            return "pypi.org";
        }

        @Override
        public String title() {
            return "PyPI: " + project;
        }

        @Override
        public @Nullable String fault() {
            return Wording.needed("project", project, Wording.NAME);
        }
    }

    @Override
    public Class<PypiSettings> settings() {
        return PypiSettings.class;
    }

    @Override
    public Reading read(PypiSettings wanted, Ask ask) {
        var project = String.valueOf(wanted.project());
        var address = ApiRead.at(
                settings.apis().pypi(), "/rss/project/" + Wording.lower(project) + "/releases.xml", Map.of());
        return FeedConnector.read(
                address,
                ask,
                read -> read.with(read.entries().stream()
                        .filter(entry -> Versioning.PEP_440.isWanted(version(entry), wanted.preReleases()))
                        .map(entry -> entry.told(new FeedText(project + " " + version(entry), false), entry.summary()))
                        .toList()));
    }

    private static String version(FeedEntry entry) {
        return entry.title().plain(Versioning.MAX_LENGTH);
    }
}
