package app.tidings.ingest.connector;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the versions of packages are written: which of them are not meant for all. */
enum Versioning {

    /** <a href="https://semver.org/#spec-item-9">Semantic Versioning 2.0.0, 9</a>. */
    SEMANTIC("\\d+\\.\\d+\\.\\d+-.*"),

    /** <a href="https://maven.apache.org/pom.html#version-order-specification">POM Reference, "Version Order Specification"</a>: what is ordered before the release, and other usual words for it. */
    MAVEN("(?:.*[.\\d_-])?(?:(?:alpha|beta|milestone|rc|cr|snapshot|ea|pre|preview|dev)(?:[.\\d_-].*)?|[abm]-?\\d.*)"),

    /** <a href="https://peps.python.org/pep-0440/">PEP 440</a>, "Pre-releases" and "Developmental releases", however they are spelled. */
    PEP_440(
            "v?(?:\\d+!)?\\d+(?:\\.\\d+)*(?:[._-]?(?:alpha|beta|preview|pre|a|b|c|rc)[._-]?\\d*.*|.*[._-]?dev[._-]?\\d*)");

    /** Longer versions are none. */
    static final int MAX_LENGTH = 100;

    private static final Pattern SOUND = Pattern.compile("[0-9A-Za-z.+_!~-]{1,%d}".formatted(MAX_LENGTH));

    private final Pattern preRelease;

    Versioning(String preRelease) {
        this.preRelease = Pattern.compile(preRelease);
    }

    /**
     * Whether a release counts.
     *
     * @param preReleases whether those do that are not meant for all; null for no
     */
    boolean isWanted(String version, @Nullable Boolean preReleases) {
        return SOUND.matcher(version).matches() && (Boolean.TRUE.equals(preReleases) || !isPreRelease(version));
    }

    private boolean isPreRelease(String version) {
        var build = version.indexOf('+'); // what is behind it says nothing of the order
        var ordered = build < 0 ? version : version.substring(0, build);
        return preRelease.matcher(ordered.toLowerCase(Locale.ROOT)).matches();
    }

    /** The entry of a release: its page is where the template leads with these values in it. */
    static ApiEntry entry(String name, String template, Map<String, String> values) {
        var page = template;
        for (var value : values.entrySet()) {
            page = page.replace("{" + value.getKey() + "}", value.getValue());
        }
        return new ApiEntry(page, page, name + " " + values.get("version"), null, null, null);
    }
}
