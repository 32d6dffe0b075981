package app.tidings.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.local.run.Refusal;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * {@code ./tidings inspect url}: reads addresses, one a line, and prints each with its canonical address behind a tab; with
 * nothing behind it where the address is refused. Nobody is asked, so a shortened address stays as it is.
 */
final class InspectUrl implements Inspection {

    private final InputStream addresses;

    InspectUrl(InputStream addresses) {
        this.addresses = addresses;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            throw new Refusal(
                    "inspect url reads addresses from its standard input, one a line, and takes no arguments");
        }
        try (var lines = new BufferedReader(new InputStreamReader(addresses, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(line + "\t" + canonical(line) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private static String canonical(String shown) {
        return switch (CanonicalUrl.of(shown)) {
            case Canonical.Valid(var url) -> url.toString();
            case Canonical.Refused _ -> "";
        };
    }
}
