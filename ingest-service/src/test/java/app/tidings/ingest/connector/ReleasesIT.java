package app.tidings.ingest.connector;

import static app.tidings.ingest.FeedServer.say;
import static app.tidings.ingest.connector.TestApis.NOW;
import static app.tidings.ingest.connector.TestApis.ask;
import static app.tidings.ingest.connector.TestApis.settings;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.FeedServer;
import app.tidings.ingest.connector.MavenConnector.MavenSettings;
import app.tidings.ingest.connector.NpmConnector.NpmSettings;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.platform.fetch.SafeFetcher;
import app.tidings.platform.fetch.TestSettings;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases as registries of packages list them. */
class ReleasesIT {

    private static final String PACKUMENT = """
            {"_id": "clock", "name": "clock", "dist-tags": {"latest": "1.1.0"}, "readme": "# Clock",
             "versions": {"1.0.0": {"name": "clock", "description": "of one version"}, "2.0.0-rc.1": {}, "1.1.0": {"dist": {"a": [1]}}},
             "time": {"created": "2026-11-01T08:00:00.000Z", "modified": "2026-11-24T08:00:00.000Z", "unpublished": {"name": "x"},
              "1.0.0": "2026-11-01T08:00:00.000Z", "1.0.1": "2026-11-02T08:00:00.000Z", "1.1.0": "2026-11-20T08:00:00.000Z",
              "2.0.0-rc.1": "2026-11-21T08:00:00.000Z"},
             "description": "Tells the tide"}""";
    private static final String METADATA = """
            <?xml version="1.0" encoding="UTF-8"?>
            <metadata modelVersion="1.1.0"><groupId>example.tides</groupId><artifactId>clock</artifactId><versioning>
            <latest>2.0-RC1</latest><release>1.1</release><versions><version>1.0</version><version>1.1</version>
            <version>2.0-RC1</version></versions><lastUpdated>20261120080000</lastUpdated></versioning></metadata>""";

    private final FeedServer web = new FeedServer();
    private final SafeFetcher fetcher = new SafeFetcher(TestSettings.onLoopback("max-size=100KB"));

    @AfterEach
    void close() {
        fetcher.close();
        web.close();
    }

    private Reading npm(String packument, boolean preReleases) {
        web.on("/clock", exchange -> say(exchange, 200, packument));
        var connector = new NpmConnector(
                settings("npm.registry=" + web.url("/"), "npm.page=https://x.example/{package}/{version}"));
        return connector.read(new NpmSettings("clock", preReleases), ask(fetcher, NOW));
    }

    private Reading maven(String metadata, boolean preReleases) {
        web.on("/example/tides/clock/maven-metadata.xml", exchange -> say(exchange, 200, metadata));
        var connector = new MavenConnector(settings("maven.repository=" + web.url("/")));
        return connector.read(new MavenSettings("example.tides", "clock", preReleases), ask(fetcher, NOW));
    }

    private static List<FeedEntry> entries(Reading reading) {
        return ((Reading.Entries) reading).entries();
    }

    @Test
    void ofNpmComeTheNewestFirstWithoutThoseThatWereTakenBack() {
        var entries = entries(npm(PACKUMENT, false));

        assertThat(entries)
                .extracting(FeedEntry::link)
                .containsExactly("https://x.example/clock/1.1.0", "https://x.example/clock/1.0.0");
        assertThat(entries)
                .extracting(FeedEntry::publishedAt)
                .containsExactly(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-01T08:00:00Z"));
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.summary().raw()).isEqualTo("Tells the tide"));
    }

    @Test
    void ofNpmHoldPreReleasesWhereTheyAreWanted() {
        assertThat(entries(npm(PACKUMENT, true)))
                .first()
                .extracting(FeedEntry::link)
                .isEqualTo("https://x.example/clock/2.0.0-rc.1");
    }

    @Test
    void ofNpmAreThirtyAtMost() {
        var versions =
                IntStream.range(0, 31).mapToObj("\"1.%d.0\": {}"::formatted).collect(joining(","));
        var times = IntStream.range(0, 31)
                .mapToObj(i -> "\"1.%1$d.0\": \"2026-10-%2$02dT08:00:00Z\"".formatted(i, i + 1))
                .collect(joining(","));

        var entries = entries(npm("{\"versions\": {%s}, \"time\": {%s}}".formatted(versions, times), false));

        assertThat(entries).hasSize(30).first().extracting(FeedEntry::link).isEqualTo("https://x.example/clock/1.30.0");
    }

    @Test
    void ofAPackageThatWasTakenBackAreNone() {
        var reading =
                (Reading.Entries) npm("{\"name\": \"clock\", \"time\": {\"unpublished\": {\"name\": \"x\"}}}", false);

        assertThat(reading.entries()).isEmpty();
        assertThat(reading.note()).isEqualTo("the answer has no entries");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [] | unreadable
            {"versions": {"1.0.0": | unreadable
            <html><input type=password></html> | login-page
            """)
    void ofNpmThatCannotBeReadAreAFailure(String packument, String reason) {
        assertThat(npm(packument, false))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    @Test
    void ofNpmAreTooManyWhereTheAnswerIsTooLarge() {
        assertThat(npm("{\"readme\": \"%s\"}".formatted("a".repeat(101 * 1024)), false))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("too-large"));
    }

    @Test
    void ofMavenHaveATimeOnlyWhereTheyAreTheNewest() {
        var entries = entries(maven(METADATA, false));

        assertThat(entries)
                .extracting(FeedEntry::link)
                .containsExactly(web.url("/example/tides/clock/1.1/"), web.url("/example/tides/clock/1.0/"));
        assertThat(entries)
                .extracting(FeedEntry::publishedAt)
                .containsExactly(Instant.parse("2026-11-20T08:00:00Z"), null);
        assertThat(entries).extracting(entry -> entry.title().raw()).first().isEqualTo("example.tides:clock 1.1");
    }

    @Test
    void ofMavenHoldPreReleasesWhereTheyAreWanted() {
        assertThat(entries(maven(METADATA, true)))
                .extracting(FeedEntry::link)
                .first()
                .isEqualTo(web.url("/example/tides/clock/2.0-RC1/"));
    }

    @Test
    void ofMavenAreTenAtMost() {
        var versions = IntStream.range(0, 11)
                .mapToObj("<version>1.%d</version>"::formatted)
                .collect(joining());

        var entries = entries(maven(
                "<metadata><versioning><versions>%s</versions></versioning></metadata>".formatted(versions), false));

        assertThat(entries)
                .hasSize(10)
                .first()
                .extracting(FeedEntry::link)
                .isEqualTo(web.url("/example/tides/clock/1.10/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <project/> | unexpected-content
            <metadata><versioning> | unreadable
            <!DOCTYPE metadata [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><metadata><versioning><release>&a;</release></versioning></metadata> | unreadable
            <html><input type=password></html> | login-page
            """)
    void ofMavenThatCannotBeReadAreAFailure(String metadata, String reason) {
        assertThat(maven(metadata, false))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }
}
