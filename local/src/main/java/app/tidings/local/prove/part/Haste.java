package app.tidings.local.prove.part;

import app.tidings.local.run.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settings under which the services take up sooner what a killed process left, so that a proof takes minutes and not hours.
 * Only waits are shorter; nothing is done in another way.
 *
 * @param ambiguous {@code hold} or {@code resend}: what becomes of a mail of which nobody can know whether it was sent
 * @param publications file of the publications
 */
public record Haste(String ambiguous, Path publications) {

    private static final List<String> EACH = List.of(
            // a killed relay's events wait for the lease, which must outlast the longest send
            "--spring.cloud.stream.kafka.binder.producer-properties.max.block.ms=2000",
            "--spring.cloud.stream.kafka.binder.producer-properties.request.timeout.ms=3000",
            "--spring.cloud.stream.kafka.binder.producer-properties.delivery.timeout.ms=4000",
            "--tidings.outbox.lease=7s",
            "--tidings.outbox.sweep=1s",
            "--tidings.topics.check=2s",
            // a killed consumer's partitions wait so long for another
            "--spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=6000",
            "--spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=1500",
            "--spring.kafka.consumer.properties.session.timeout.ms=6000");

    List<String> of(Service service) {
        return Stream.concat(EACH.stream(), own(service).stream()).toList();
    }

    private List<String> own(Service service) {
        return switch (service) {
            case INGEST ->
                List.of(
                        "--tidings.ingest.poll.lease=6s",
                        "--tidings.ingest.poll.beat=1s",
                        "--tidings.ingest.poll.flush=200ms",
                        "--tidings.ingest.untaken.first-wait=5s",
                        "--tidings.ingest.untaken.sweep=1s");
            case CURATION ->
                List.of(
                        "--tidings.curation.profiles=" + publications.toUri(),
                        "--tidings.curation.tend=1s",
                        "--tidings.curation.issue-patience=10s",
                        "--tidings.curation.profile-check=2s");
            case RENDER -> List.of("--tidings.render.tell-again-after=5s", "--tidings.render.print-again-after=1s");
            case NOTIFY ->
                List.of(
                        "--tidings.notify.lease=4s",
                        "--tidings.notify.look-again=200ms",
                        "--tidings.notify.ambiguous=" + ambiguous,
                        "--tidings.notify.sign-ups.per-address=1000000",
                        "--tidings.notify.sign-ups.per-net=1000000",
                        "--tidings.notify.sign-ups.all=1000000");
        };
    }
}
