package app.tidings.curation.page.metadata;

import static app.tidings.curation.page.TestPages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTitleTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {" ", "|", "a|", "::", "-- ", " - ", "\u3000", "a b", "网-"})
    void readsATitleOfAMillionSignsAsFastAsAny(String sign) {
        var signs = sign.repeat(MILLION / sign.length());
        var page = page("<meta property=\"og:title\" content=\"a%1$sb\"><h1>%1$s</h1>".formatted(signs));

        var metadata = assertTimeoutPreemptively(SOON, () -> Metadata.of(page));

        assertThat(Objects.requireNonNullElse(metadata.title(), "")).hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The   headline - Notes", "  The headline\n|\tNotes  "})
    void cutsOffTheSiteHoweverTheTitleIsSpaced(String title) {
        var page = page("<meta property=og:site_name content=Notes><title>%s</title>".formatted(title));

        assertThat(Metadata.of(page).title()).isEqualTo("The headline");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The early tideand how it came - Log | <div itemscope itemtype=http://schema.org/Article><meta itemprop=headline content='The early tide'></div> | The early tide
            Ada - The early tide                | <div itemscope itemtype=http://schema.org/Article><meta itemprop=headline content='The early tide'></div> | Ada - The early tide
            关于潮水的通知_办公室文件                | <meta name=ArticleTitle content=关于潮水的通知>                | 关于潮水的通知
            tides - The early tide - Ada Quay   | <h1>The early tide</h1>                                       | The early tide
            The tide [notes.example]            | <h1>Anything</h1>                                             | The tide
            The tide (part 2)                   | <h1>Anything</h1>                                             | The tide (part 2)
            Tides - Musings - Ada Quay          | <h1>Musings</h1>                                              | Tides - Musings - Ada Quay
            The tide came - Musings of Ada      | <h1>Musings of Ada</h1>                                       | The tide came - Musings of Ada
            The tide                            | <div itemscope itemtype=http://schema.org/Person><meta itemprop=headline content=Ada></div> | The tide
            """)
    void takesTheHeadlineWhereThePageSaysWhichItIs(String title, String rest, String headline) {
        assertThat(Metadata.of(page("<title>%s</title>%s".formatted(title, rest)))
                        .title())
                .isEqualTo(headline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Loading…", "loading...", "Please wait", "Untitled Document", "加载中…", "正在加载", "请稍候", "无标题文档"})
    void takesNoTitleThatStandsThereForWantOfOne(String title) {
        assertThat(Metadata.of(page("<title>%s</title><h1>The early tide</h1>".formatted(title)))
                        .title())
                .isEqualTo("The early tide");
        assertThat(Metadata.of(page("<title>%s</title>".formatted(title))).title())
                .isNull();
        assertThat(Metadata.of(page(
                                "<meta property=og:site_name content=Notes><title>%1$s | Notes</title><h1>%1$s</h1><h1>The tide</h1>"
                                        .formatted(title)))
                        .title())
                .isEqualTo("The tide");
        assertThat(Metadata.of(page("<title>%s the tide</title>".formatted(title)))
                        .title())
                .endsWith("the tide");
    }
}
