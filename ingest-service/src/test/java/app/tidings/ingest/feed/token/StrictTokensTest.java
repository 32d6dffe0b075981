package app.tidings.ingest.feed.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.ingest.feed.token.XmlTokens.Token;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTokensTest {

    private static final int LONGEST = 64 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST})
    void aNameWithoutEndIsRefusedWhereverItBegins(int before) {
        var document =
                "<a>" + "x ".repeat(before / 2) + "y".repeat(before % 2) + "<" + "n".repeat(LONGEST + 1) + "/></a>";
        assertThatThrownBy(() -> new StrictTokens(document, 0)).isInstanceOf(XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST})
    void theLongestTextWithoutSignsIsRead(int before) throws XMLStreamException {
        var text = "x ".repeat(before / 2) + "y".repeat(before % 2) + " " + "n".repeat(LONGEST);
        var tokens = new StrictTokens("<a>" + text + "</a>", 0);
        var read = new StringBuilder();
        for (var token = tokens.next(); token != Token.DOCUMENT_END; token = tokens.next()) {
            read.append(token == Token.TEXT ? tokens.text() : "");
        }
        assertThat(read.toString()).isEqualTo(text);
    }
}
