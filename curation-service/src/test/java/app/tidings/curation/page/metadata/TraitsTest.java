package app.tidings.curation.page.metadata;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.curation.page.trait.Traits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sort of thing a page says that it is. */
class TraitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type=application/ld+json>{\"@type\": \"VideoObject\", \"duration\": \"PT1H2M\"}</script>",
                "<script type=application/ld+json>{\"@type\": \"PodcastEpisode\", \"timeRequired\": \"PT62M\"}</script>",
                "<div itemscope itemtype=http://schema.org/VideoObject><meta itemprop=duration content=PT62M0S></div>",
                "<meta property=video:duration content=3720>",
                "<meta property=og:video:duration content=3720>"
            })
    void findsTheLengthOfARecording(String markup) {
        assertThat(traits(markup).length()).isEqualTo(Duration.ofMinutes(62));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type=application/ld+json>{\"@type\": \"QAPage\", \"mainEntity\": {\"answerCount\": 7}}</script>",
                "<script type=application/ld+json>{\"@type\": \"DiscussionForumPosting\", \"commentCount\": \"7\"}</script>",
                "<div itemscope itemtype=http://schema.org/QAPage><i itemprop=mainEntity itemscope><b itemprop=answerCount>7</b></i></div>",
                "<div itemscope itemtype=http://schema.org/DiscussionForumPosting><meta itemprop=commentCount content=7></div>"
            })
    void findsTheNumberOfAnswers(String markup) {
        assertThat(traits(markup).answers()).isEqualTo(7);
    }

    @Test
    void findsWhatAPaperSaysOfItself() {
        var metadata = Metadata.of(page("""
                <meta name=citation_title content="On queues"><meta name=citation_author content="Quay, Ada">
                <meta name=citation_author content="Lin Zhou"><meta name=citation_publication_date content="2026/11/20">
                <meta name=citation_conference_title content="Tides 2026">
                <meta name=description content="Proceedings of Tides">
                <div class=acl-abstract><h5>Abstract</h5> <span>We measure queues. They are slow.</span></div>"""));

        assertThat(metadata.traits().paper()).isTrue();
        assertThat(metadata.author()).isEqualTo("Ada Quay, Lin Zhou");
        assertThat(metadata.published()).hasToString("2026-11-20");
        assertThat(metadata.description()).isEqualTo("We measure queues. They are slow.");
    }

    @Test
    void saysNothingOfAPageThatSaysNothing() {
        assertThat(traits("<article class=abstract>Abstract art</article>")).isEqualTo(Traits.NONE);
    }

    private static Traits traits(String markup) {
        return Metadata.of(page(markup)).traits();
    }
}
