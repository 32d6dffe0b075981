package app.tidings.ingest.connector;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the releases of a Python package: <a href="https://docs.pypi.org/api/feeds/">the feeds of PyPI</a>. */
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
     */
    record PypiSettings(@Nullable String project) implements ConnectorSettings {

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
        return FeedConnector.read(
                ApiRead.at(
                        settings.apis().pypi(),
                        "/rss/project/" + Wording.lower(wanted.project()) + "/releases.xml",
                        Map.of()),
                ask);
    }
}
