package app.tidings.local.run;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One installation on this machine: where its data is, which ports it has and what its services are told.
 *
 * @param newsroom the demo's newsroom on this machine, which the services may then fetch from and ask for repositories
 */
public record Installation(
        Home home, Ports ports, Secrets secrets, @Nullable URI newsroom) {

    /** As the environment says. */
    public static Installation ofEnvironment() {
        var home = Home.ofEnvironment();
        return new Installation(home, Ports.ofEnvironment(), Secrets.in(home), null);
    }

    public Installation beside(URI standingNewsroom) {
        return new Installation(home, ports, secrets, standingNewsroom);
    }

    /** Where the service can be reached. */
    public String address(Service service) {
        return "http://127.0.0.1:" + ports.of(service);
    }

    /** Where the mailbox shows its mails. */
    public String mailboxAddress() {
        return "http://127.0.0.1:" + ports.mailbox();
    }

    /** The arguments of the service's process or context. Secrets are named by their files. */
    public List<String> arguments(Service service) {
        var arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + ports.of(service),
                "--management.server.address=127.0.0.1",
                "--management.server.port=" + ports.management(service),
                "--tidings.mongo.uri=mongodb://127.0.0.1:" + ports.store(),
                "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:" + ports.broker(),
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + ports.broker(),
                "--tidings.topics.partitions=2",
                "--tidings.access.api-token-file=" + secrets.apiToken()));
        arguments.addAll(own(service));
        if (newsroom != null) {
            arguments.add("--tidings.fetch.allowed-private=127.0.0.0/8");
            arguments.addAll(fromNewsroom(service, newsroom));
        }
        return arguments;
    }

    private static List<String> fromNewsroom(Service service, URI newsroom) {
        return switch (service) {
            // its sites have one host, and would wait for each other
            case INGEST -> List.of("--tidings.ingest.poll.host-gap=50ms");
            case CURATION ->
                List.of(
                        "--tidings.curation.github-site=" + newsroom.resolve("/code"),
                        "--tidings.curation.github-api=" + newsroom.resolve("/api"));
            case RENDER, NOTIFY -> List.of();
        };
    }

    private List<String> own(Service service) {
        return switch (service) {
            // alone on this machine: nobody else polls meanwhile, and a service that was killed goes on the sooner
            case INGEST ->
                List.of(
                        "--tidings.ingest.poll.lease=30s",
                        "--tidings.ingest.submissions.key-file=" + secrets.submissionKey());
            case CURATION -> List.of("--tidings.curation.search.directory=" + home.index());
            case RENDER ->
                List.of(
                        "--tidings.render.public-url=" + address(service),
                        "--tidings.render.subscribe-url=" + address(Service.NOTIFY) + "/subscribe");
            case NOTIFY ->
                List.of(
                        "--tidings.notify.public-url=" + address(service),
                        "--tidings.notify.token-key-file=" + secrets.tokenKey(),
                        "--tidings.notify.address-key-file=" + secrets.addressKey(),
                        "--tidings.notify.smtp.host=127.0.0.1",
                        "--tidings.notify.smtp.port=" + ports.smtp());
        };
    }
}
