package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.local.run.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectUrlTest {

    @Test
    void printsEachAddressWithItsCanonicalOne() {
        assertThat(inspected("https://www.example.com/a/?utm_source=x\n\njavascript:alert(1)\nhttps://bücher.example/"))
                .isEqualTo("""
                        https://www.example.com/a/?utm_source=x\thttps://example.com/a
                        \t
                        javascript:alert(1)\t
                        https://bücher.example/\thttps://xn--bcher-kva.example/
                        """);
    }

    @Test
    void takesNoArguments() {
        var inspect = new InspectUrl(new ByteArrayInputStream(new byte[0]));

        assertThatThrownBy(() -> inspect.run(List.of("https://example.com/"), System.out))
                .isInstanceOf(Refusal.class);
    }

    private static String inspected(String addresses) {
        var out = new ByteArrayOutputStream();
        new InspectUrl(new ByteArrayInputStream(addresses.getBytes(UTF_8)))
                .run(List.of(), new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
