package app.tidings.local.demo;

import app.tidings.local.demo.Demo.Addresses;
import app.tidings.local.demo.Demo.Addresses.Shown;
import app.tidings.local.newsroom.Newsroom;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The demo in a container beside those of {@code docker-compose.yml}: the newsroom under this container's name, and the
 * editor, who comes in by the public host as everybody does.
 */
final class DemoInContainers {

    private static final URI NEWSROOM = URI.create("http://demo:8090/");
    private static final URI PUBLIC_HOST = URI.create("http://proxy:8080");
    private static final URI MAILBOX = URI.create("http://mailpit:8025");
    private static final Path API_TOKEN = Path.of("/run/secrets/api-token");
    private static final Path DATA = Path.of("/data");

    private DemoInContainers() {}

    /**
     * Plays once.
     *
     * @param arguments the addresses under which the viewer finds the public host and the mail catcher
     */
    public static void main(String... arguments) {
        var site = URI.create(arguments[0]);
        var shown = new Shown(
                site,
                site,
                URI.create(arguments[1]),
                Path.of("secrets/api-token"),
                null,
                "the answer of: docker compose logs");
        try (var newsroom = Newsroom.underTheName(DATA, NEWSROOM, Clock.systemUTC())) {
            var addresses = new Addresses(
                    PUBLIC_HOST, PUBLIC_HOST, PUBLIC_HOST, PUBLIC_HOST, MAILBOX, newsroom.address(), API_TOKEN, shown);
            System.exit(Demo.run(addresses, true, System.out));
        }
    }
}
