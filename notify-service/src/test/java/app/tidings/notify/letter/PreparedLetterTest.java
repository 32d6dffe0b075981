package app.tidings.notify.letter;

import static app.tidings.notify.letter.TestLetters.LINKS;
import static app.tidings.notify.letter.TestLetters.PREFERENCES;
import static app.tidings.notify.letter.TestLetters.UNSUBSCRIBE;
import static app.tidings.notify.letter.TestLetters.aCopy;
import static app.tidings.notify.letter.TestLetters.aLetter;
import static app.tidings.notify.letter.TestLetters.part;
import static app.tidings.notify.letter.TestLetters.read;
import static app.tidings.notify.letter.TestLetters.withBody;
import static app.tidings.notify.letter.TestLetters.withSubject;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedLetterTest {

    /** A sample of letters from each of thirty scripts and symbol blocks. */
    private static final List<String> SCRIPTS = List.of(
            "abc DEF",
            "äöüßéñ",
            "łżćąę",
            "čšžřů",
            "ğışİ",
            "αβγΩ",
            "жщъЮ",
            "אבגד",
            "ابجد",
            "फ़िल्म",
            "বাংলা",
            "ਪੰਜਾਬੀ",
            "ગુજરાતી",
            "தமிழ்",
            "తెలుగు",
            "ಕನ್ನಡ",
            "മലയാളം",
            "සිංහල",
            "ไทย",
            "ລາວ",
            "བོད",
            "ქართ",
            "Հայ",
            "አማርኛ",
            "ខ្មែរ",
            "한국어",
            "ひらがな",
            "カタカナ",
            "漢字潮流周刊",
            "🦄🐿️🐢🥂",
            "𠮷𩸽",
            "«»„“…—");

    static Stream<String> breaks() {
        return Stream.of("\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\0", "%0d%0a", "=0D=0A")
                .flatMap(each -> Stream.of(
                        "a" + each + "Bcc: eve@evil.net", each + "Bcc: eve@evil.net", "a" + each, "a" + each + each));
    }

    @Test
    void readsAsWhatItWasMadeOf() throws Exception {
        var text = "你好，\n退订：" + UNSUBSCRIBE + "\n设置：" + PREFERENCES + "\n";
        var html = "<p>Hello, <a href=\"" + UNSUBSCRIBE + "\">unsubscribe</a> = bye.</p>\n";

        var mail = read(new PreparedLetter(aLetter("Python 潮流周刊", "Python 潮流周刊#11：标题；另一个", text, html)).copy(aCopy()));

        assertThat(mail.getSubject()).isEqualTo("Python 潮流周刊#11：标题；另一个");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Python 潮流周刊");
        assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("news@example.org");
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ada@example.net"));
        assertThat(mail.getSentDate().toInstant()).isEqualTo(TestLetters.DATE);
        assertThat(mail.getMessageID()).isEqualTo("<0123@example.org>");
        assertThat(mail.getContentLanguage()).containsExactly("zh");
        assertThat(part(mail, 0)).isEqualToNormalizingNewlines(withLinks(text));
        assertThat(part(mail, 1)).isEqualToNormalizingNewlines(withLinks(html));
    }

    @Test
    void hasEachHeaderOnce() throws Exception {
        var mail = read(new PreparedLetter(withSubject("Hello")).copy(aCopy()));

        assertThat(Collections.list(mail.getAllHeaders()).stream().map(Header::getName))
                .containsExactlyElementsOf(TestLetters.HEADERS);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void letsNoTextBeginAnotherHeader(String text) throws Exception {
        var mail = read(new PreparedLetter(aLetter(text, text, "x", "x")).copy(aCopy()));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("From")).hasSize(1);
        assertThat(mail.getSubject())
                .isEqualTo(HeaderText.oneLine(text))
                .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    }

    @Test
    void carriesSubjectsAndNamesInAnyScript() throws Exception {
        var random = new Random(11);
        for (var i = 0; i < 10_000; i++) {
            var text = phrase(random);

            var subject = HeaderText.unstructured("Subject", text);
            var from = HeaderText.mailbox("From", text, "news@example.org");

            assertThat(MimeUtility.decodeText(MimeUtility.unfold(subject.strip())))
                    .isEqualTo("Subject: " + text);
            assertThat(new InternetAddress(MimeUtility.unfold(from.substring(6).strip())).getPersonal())
                    .isEqualTo(text);
            assertThat((subject + from).lines().mapToInt(String::length).max().orElseThrow())
                    .isLessThanOrEqualTo(76);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?UTF-8?Q?=0D=0ABcc:_eve@evil.net?=",
                "\"quoted\" (comment) <eve@evil.net>, you; me: them",
                "back\\slash",
                "100 % = sure?",
            })
    void keepsTextThatLooksLikeSomethingElse(String text) throws Exception {
        var mail = read(new PreparedLetter(aLetter(text, text, "x", "x")).copy(aCopy()));

        assertThat(mail.getSubject()).isEqualTo(text);
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo(text);
        assertThat(mail.getFrom()).hasSize(1);
    }

    @Test
    void foldsAWordThatIsLongerThanALine() throws Exception {
        var word = "x".repeat(400);

        var bytes = new PreparedLetter(withSubject(word)).copy(aCopy());

        assertThat(read(bytes).getSubject()).isEqualTo(word);
        assertThat(headerLines(bytes)).filteredOn(line -> line.contains("=?")).allMatch(line -> line.length() <= 76);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".\n..\n.\r\n",
                "a\n.\nb\r\n.\r\nc\n",
                "bare\rreturn\n",
                "\r\r\n\n\r",
                "trailing space \nand tab\t\n",
                "no line end",
                "",
                "= =3D =\n",
                "控制\u0001字符\n",
                "a\u2028b\u0085c\n",
                "From the start\n",
            })
    void carriesBodiesUnchanged(String body) throws Exception {
        var bytes = new PreparedLetter(withBody(body)).copy(aCopy());
        var mail = read(bytes);

        var expected = body.replace("\r\n", "\n").replace("\n", "\r\n");
        assertThat(part(mail, 0)).isEqualTo(expected);
        assertThat(part(mail, 1)).isEqualTo(expected);
        assertIsSafeOnTheWire(bytes);
    }

    @Test
    void carriesAnyBodyUnchanged() throws Exception {
        var random = new Random(7);
        for (var i = 0; i < 300; i++) {
            var body = Stream.generate(() -> random.nextInt(8) == 0
                            ? List.of("\n", ".\n", " \n", UNSUBSCRIBE, "\n\n", "=", "\t", "\r\n")
                                    .get(random.nextInt(8))
                            : phrase(random))
                    .limit(random.nextInt(40))
                    .collect(Collectors.joining());

            var bytes = new PreparedLetter(withBody(body)).copy(aCopy());

            assertThat(part(read(bytes), 0)).isEqualToNormalizingNewlines(withLinks(body));
            assertIsSafeOnTheWire(bytes);
        }
    }

    @Test
    void encodesMostlyLatinTextReadably() throws Exception {
        var bytes = new PreparedLetter(withBody("Hello, " + UNSUBSCRIBE + " and good bye, Zoë.\n")).copy(aCopy());

        assertThat(new String(bytes, ISO_8859_1)).contains("Content-Transfer-Encoding: quoted-printable", "Zo=C3=AB");
    }

    private static String phrase(Random random) {
        return Stream.generate(() -> SCRIPTS.get(random.nextInt(SCRIPTS.size())))
                .limit(1 + random.nextInt(12))
                .map(sample -> sample.substring(
                        0, sample.offsetByCodePoints(0, 1 + random.nextInt(sample.codePointCount(0, sample.length())))))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static String withLinks(String body) {
        var text = body;
        for (var link : LINKS.entrySet()) {
            text = text.replace(link.getKey(), link.getValue());
        }
        return text;
    }

    private static void assertIsSafeOnTheWire(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        assertThat(text).doesNotContainPattern("\r(?!\n)|(?<!\r)\n|[^\\x00-\\x7e]");
        assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 998);
    }

    private static List<String> headerLines(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        return Arrays.asList(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n"));
    }
}
