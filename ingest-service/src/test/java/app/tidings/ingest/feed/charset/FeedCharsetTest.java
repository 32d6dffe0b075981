package app.tidings.ingest.feed.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.platform.fetch.Body;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCharsetTest {

    private static final String CHINESE = "本期周刊分享了十二篇文章和十二个开源项目，欢迎订阅并推荐给你的朋友。";
    private static final String TRADITIONAL = "本期週刊分享了十二篇文章和十二個開源專案，歡迎訂閱並推薦給你的朋友。";
    private static final String JAPANESE = "今週の記事を紹介します。プログラミング言語の新しい機能について説明しています。";
    private static final String KOREAN = "이번 주의 소식을 전해 드립니다. 새로운 프로그래밍 언어에 대한 글입니다.";
    private static final String RUSSIAN =
            "На этой неделе мы публикуем новые статьи о языках программирования и базах данных.";
    private static final String HEBREW = "השבוע אנחנו מפרסמים מאמרים חדשים על שפות תכנות ועל מסדי נתונים שונים";
    private static final String FRENCH = "Cette semaine : « l’été » à Besançon, déjà publié – où ça ?";

    private static String text(String name) {
        return switch (name) {
            case "CHINESE" -> CHINESE;
            case "TRADITIONAL" -> TRADITIONAL;
            case "JAPANESE" -> JAPANESE;
            case "KOREAN" -> KOREAN;
            case "RUSSIAN" -> RUSSIAN;
            case "HEBREW" -> HEBREW;
            default -> FRENCH;
        };
    }

    private static String document(@Nullable String declared, String text) {
        var encoding = declared == null ? "" : " encoding=\"%s\"".formatted(declared);
        return "<?xml version=\"1.0\"%s?><rss><channel><title>%s</title></channel></rss>".formatted(encoding, text);
    }

    private static String read(@Nullable String declared, @Nullable Charset header, Charset actual, String text) {
        return FeedCharset.text(Body.of(document(declared, text).getBytes(actual)), header);
    }

    @ParameterizedTest
    @CsvSource({
        "CHINESE, GB18030",
        "CHINESE, GBK",
        "CHINESE, UTF-8",
        "TRADITIONAL, Big5",
        "JAPANESE, Shift_JIS",
        "JAPANESE, EUC-JP",
        "KOREAN, EUC-KR",
        "RUSSIAN, windows-1251",
        "RUSSIAN, KOI8-R",
        "HEBREW, windows-1255",
        "FRENCH, windows-1252"
    })
    void guessesWhatADocumentDoesNotSay(String name, Charset actual) {
        assertThat(read(null, null, actual, text(name))).contains(text(name));
    }

    @ParameterizedTest
    @CsvSource({
        "CHINESE, GB18030, utf-8", "TRADITIONAL, Big5, utf-8", "JAPANESE, Shift_JIS, utf-8",
                "RUSSIAN, windows-1251, UTF-8",
        "FRENCH, windows-1252, utf-8", "CHINESE, UTF-8, gb2312", "CHINESE, UTF-8, iso-8859-1",
                "RUSSIAN, UTF-8, windows-1251",
        "CHINESE, UTF-8, utf-16", "CHINESE, GBK, us-ascii"
    })
    void doesNotBelieveAWrongDeclaration(String name, Charset actual, String declared) {
        assertThat(read(declared, null, actual, text(name))).contains(text(name));
    }

    @ParameterizedTest
    @CsvSource({
        "CHINESE, gb2312, GBK", "CHINESE, hz-unknown, UTF-8", "TRADITIONAL, big5, Big5",
                "JAPANESE, iso-2022-jp, ISO-2022-JP",
        "RUSSIAN, koi8_r, KOI8-R", "RUSSIAN, cp866, IBM866", "FRENCH, windows-1252, windows-1252",
                "FRENCH, iso-8859-1, windows-1252",
        "HEBREW, windows-1255, windows-1255"
    })
    void believesARightDeclaration(String name, String declared, Charset actual) {
        assertThat(read(declared, null, actual, text(name))).contains(text(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"潮汐周刊", "第 7 期：为什么 uv 这么快？", "编译器"})
    void guessesChineseFromAFewCharacters(String text) {
        assertThat(read(null, null, Charset.forName("GBK"), text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Café", "«été»", "Über alles", "naïve façade", "Ångström Öl"})
    void takesAFewWesternCharactersForWhatTheyAre(String text) {
        assertThat(read(null, null, Charset.forName("windows-1252"), text)).contains(text);
    }

    @Test
    void takesTheDeclarationOfAnAsianCharsetForTruerThanTheHeaderOfAServer() {
        assertThat(read("gbk", ISO_8859_1, Charset.forName("GBK"), CHINESE)).contains(CHINESE);
        assertThat(read("utf-8", Charset.forName("windows-1251"), Charset.forName("windows-1251"), RUSSIAN))
                .contains(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16", "x-UTF-16LE-BOM"})
    void readsWideCharactersWithAndWithoutAMark(Charset actual) {
        assertThat(read("utf-16", null, actual, CHINESE)).contains(CHINESE);
    }

    @Test
    void readsEbcdic() {
        var actual = Charset.forName("IBM500");

        assertThat(read("cp500", null, actual, "caf\u00e9 [1]")).contains("caf\u00e9 [1]");
    }

    @Test
    void bearsACharacterThatWasCutInTheMiddle() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(document("utf-8", CHINESE).getBytes(UTF_8));
        bytes.write(0xe4);
        bytes.write(0xbd);

        assertThat(FeedCharset.text(Body.of(bytes.toByteArray()), null))
                .contains(CHINESE)
                .endsWith("\ufffd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRENCH  | Don\u0092t stop            | Don’t stop
            FRENCH  | \u0093fine\u0094, \u0080 5 | “fine”, € 5
            FRENCH  | ein sch\u00f6ner Tag      | ein schöner Tag
            FRENCH  | <b>caf\u00e9</b> \u00e0 la carte | <b>café</b> à la carte
            FRENCH  | 20\u00b0 <i>\u00c9t\u00e9</i> | 20° <i>Été</i>
            FRENCH  | \u00ab x \u00bb, \u00fc   | « x », ü
            CHINESE | Don\u0092t, M\u00e4nner    | Don’t, Männer
            """)
    void readsSingleBytesOfWindows1252InALongDocumentOfUtf8(String around, String latin1, String meant) {
        assertThat(read(around, latin1)).contains(">" + meant + "</title>").doesNotContain("\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"CHINESE, 10", "CHINESE, 17", "FRENCH, 3", "FRENCH, 4"})
    void readsManyOfThemWhereMostOfTheRestIsUtf8(String around, int count) {
        assertThat(read(around, 1, "编程 Don\u0092t ".repeat(count))).contains("编程 Don’t ".repeat(count));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHINESE | 编程\u00e7</b>
            CHINESE | Python\u00e7</b>
            CHINESE | Python\u00e7 …
            CHINESE | Python\u00e7\u00bc</b>
            CHINESE | x\u00bc\u0096 y
            FRENCH  | “x” \u00d0</b>
            FRENCH  | “\u00d0</b>
            RUSSIAN | море \u00d0</b>
            """)
    void leavesWhatACutLeftOfACharacter(String around, String latin1) {
        assertThat(read(around, latin1).split("<title>", -1)[1])
                .contains("\ufffd")
                .doesNotContain("ç", "Ð", "¼");
    }

    /** A long document of UTF-8 with a title in which each sign from U+0080 to U+00FF is the byte of that number. */
    private static String read(String around, String title) {
        return read(around, 20, title);
    }

    private static String read(String around, int times, String title) {
        var text = text(around).repeat(times);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><description>" + text + "</description><title>")
                        .getBytes(UTF_8));
        for (var i = 0; i < title.length(); i++) {
            var sign = title.substring(i, i + 1);
            bytes.writeBytes(sign.getBytes(sign.charAt(0) <= 0xff ? ISO_8859_1 : UTF_8));
        }
        bytes.writeBytes("</title></rss>".getBytes(UTF_8));
        return FeedCharset.text(Body.of(bytes.toByteArray()), null);
    }

    @Test
    void leavesFaultsInALargeDocument() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CHINESE.repeat(21_000).getBytes(UTF_8));
        bytes.writeBytes("Don\u0092t".getBytes(ISO_8859_1));

        assertThat(FeedCharset.text(Body.of(bytes.toByteArray()), null)).endsWith("Don\ufffdt");
    }

    @Test
    void keepsTheSignForAFaultThatADocumentHas() {
        assertThat(read("utf-8", null, UTF_8, "a\ufffdb é")).contains("a\ufffdb é");
    }
}
