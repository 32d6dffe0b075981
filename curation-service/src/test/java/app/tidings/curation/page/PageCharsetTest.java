package app.tidings.curation.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageCharsetTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String WORDS = "队列很快 镕";

    @Test
    void believesTheServer() {
        assertThat(read(WORDS.getBytes(GBK), GBK)).isEqualTo(WORDS);
    }

    @Test
    void believesThePageWhereTheServerIsSilent() {
        var page = "<html><head><meta charset=gb2312><title>" + WORDS;

        assertThat(read(page.getBytes(GBK), null)).isEqualTo(page);
    }

    @Test
    void believesAnOldFashionedMeta() {
        var page = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GBK\">" + WORDS;

        assertThat(read(page.getBytes(GBK), null)).isEqualTo(page);
    }

    @Test
    void believesAByteOrderMarkMostOfAll() {
        assertThat(read(("\ufeff" + WORDS).getBytes(UTF_8), GBK)).isEqualTo("\ufeff" + WORDS);
        assertThat(read(("\ufeff" + WORDS).getBytes(UTF_16LE), null)).isEqualTo("\ufeff" + WORDS);
    }

    @Test
    void triesWhereNobodySays() {
        assertThat(read(WORDS.getBytes(UTF_8), null)).isEqualTo(WORDS);
        assertThat(read(WORDS.getBytes(GBK), null)).isEqualTo(WORDS);
        assertThat(read("caf\u00e9.".getBytes(ISO_8859_1), null)).startsWith("caf");
    }

    @Test
    void takesOldNamesForWhatBrowsersTakeThemFor() {
        assertThat(read("“quoted”".getBytes(Charset.forName("windows-1252")), ISO_8859_1))
                .isEqualTo("“quoted”");
    }

    @Test
    void doesWithoutANameThatMeansNothing() {
        var page = "<meta charset=nonsense>" + WORDS;

        assertThat(read(page.getBytes(UTF_8), null)).isEqualTo(page);
    }

    private static String read(byte[] page, @Nullable Charset stated) {
        return new String(page, PageCharset.of(page, stated));
    }
}
