package app.tidings.ingest.entry;

import static app.tidings.ingest.source.TestSources.aSource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.entry.Candidate.Refused;
import app.tidings.ingest.entry.Candidate.Shown;
import app.tidings.ingest.entry.Candidate.TooOld;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedParser;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.feed.Parsed;
import app.tidings.ingest.link.Link;
import app.tidings.ingest.source.SourceSettings;
import app.tidings.ingest.source.Standing;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTest {

    private static final Instant HORIZON = Instant.parse("2026-10-23T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void isALinkUnderItsCanonicalAddress() {
        var candidate = Candidate.of("weekly", entry("https://Blog.example/a?utm_source=rss", null), HORIZON);

        assertThat(candidate).isInstanceOfSatisfying(Shown.class, shown -> {
            assertThat(shown.url()).isEqualTo(URI.create("https://blog.example/a"));
            assertThat(shown.shownUrl()).isEqualTo(URI.create("https://blog.example/a?utm_source=rss"));
        });
    }

    @Test
    void isTooOldWhenItWasPublishedBeforeTheHorizon() {
        assertThat(Candidate.of("weekly", entry("https://a.example/", HORIZON), HORIZON))
                .isInstanceOf(Shown.class);
        assertThat(Candidate.of("weekly", entry("https://a.example/", HORIZON.minusMillis(1)), HORIZON))
                .isInstanceOf(TooOld.class);
    }

    @Test
    void hasNoDateWhenTheDateIsFromBeforeTheWeb() {
        var candidate = Candidate.of("weekly", entry("https://a.example/", Instant.EPOCH), HORIZON);

        assertThat(link((Shown) candidate).sightings().getFirst().publishedAt()).isNull();
    }

    @Test
    void isRefusedWithoutAnAddressThatCanBeALink() {
        assertThat(Candidate.of("weekly", entry(null, null), HORIZON)).isEqualTo(new Refused("it has no address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@b.example",
                "javascript:alert(1)",
                " JavaScript:alert('https://a.example/')",
                "javascript://a.example/%0aalert(1)",
                "java script:alert(1)",
                "data:text/html,https://a.example/",
                "vbscript:x",
                "file:///etc/hostname",
                "ftp://a.example/x",
                "urn:uuid:4de55c72-5a1e-4c1b-9f1f-a1b2c3d4e5f6",
                "tag:a.example,2026:1",
                "4de55c72-5a1e-4c1b-9f1f-a1b2c3d4e5f6",
                "//a.example/x",
                "/x",
                "https:",
                "https:///x"
            })
    void isRefusedWhereItsAddressIsNoneOfTheWeb(String address) {
        assertThat(Candidate.of("weekly", entry(address, null), HORIZON)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "urn:7", "mailto:a@b.example"
            })
    void isRefusedAsTheFeedsReaderHandsItOn(String link) {
        var rss = "<rss><channel><item><link>%s</link></item></channel></rss>".formatted(link);
        var base = ((HttpUrl.Parsed.Good) HttpUrl.parse("https://blog.example/feed")).url();
        var feed = (Parsed.Feed) FeedParser.parse(Body.of(rss.getBytes(UTF_8)), null, base);

        assertThat(Candidate.of("weekly", feed.entries().getFirst(), HORIZON)).isInstanceOf(Refused.class);
    }

    @Test
    void tellsTheLinkInPlainText() {
        var entry = new FeedEntry(
                "1",
                "https://a.example/",
                "https://a.example/",
                new FeedText("<b>潮汐</b> &amp; 月亮", true),
                new FeedText("<p>一</p><script>x</script>" + "长".repeat(3_000), true),
                null,
                NOW,
                null);

        var link = link((Shown) Candidate.of("weekly", entry, HORIZON));

        assertThat(link.title()).isEqualTo("潮汐 & 月亮");
        assertThat(link.teaser()).startsWith("一 长").endsWith("长…").hasSize(2_000);
        assertThat(link.sightings().getFirst().publishedAt()).isEqualTo(NOW);
    }

    @Test
    void isCalledByItsAddressWhereItHasNoTitle() {
        var link = link((Shown) Candidate.of("weekly", entry("https://a.example/x", null), HORIZON));

        assertThat(link.title()).isEqualTo("https://a.example/x");
        assertThat(link.teaser()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-Hans, en-US, zh-Hans",
        ", en_US, en-US",
        ", English, ",
        ", , ",
    })
    void tellsTheLanguageThatAnEditorNamesOrElseTheFeed(
            @Nullable String named, @Nullable String stated, @Nullable String told) {
        var shown = (Shown) Candidate.of("weekly", saying(stated, null), HORIZON);

        var link = shown.link(aSource("weekly", in(named)), NOW);

        assertThat(link.sightings().getFirst().language()).isEqualTo(told);
    }

    @Test
    void tellsHowLongARecordingIs() {
        var shown = (Shown) Candidate.of("weekly", saying("en", Duration.ofMinutes(62)), HORIZON);

        assertThat(link(shown).sightings().getFirst().lengthSeconds()).isEqualTo(3720);
    }

    private static SourceSettings in(@Nullable String language) {
        return new SourceSettings(
                "A source",
                FeedSettings.of("https://a.example/feed"),
                null,
                List.of(),
                List.of(),
                null,
                language,
                SourceSettings.USUAL_WEIGHT,
                null,
                null,
                RequestSettings.NONE,
                new Standing.Active(),
                null,
                null);
    }

    private static FeedEntry saying(@Nullable String language, @Nullable Duration length) {
        var nothing = new FeedText("", false);
        return new FeedEntry(
                null, "https://a.example/", "https://a.example/", nothing, nothing, null, null, null, language, length);
    }

    private static Link link(Shown shown) {
        return shown.link(aSource(), NOW);
    }

    private static FeedEntry entry(@Nullable String link, @Nullable Instant published) {
        var nothing = new FeedText(" ", true);
        return new FeedEntry(null, link, link, nothing, nothing, null, published, null);
    }
}
