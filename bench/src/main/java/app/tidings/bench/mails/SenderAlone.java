package app.tidings.bench.mails;

import app.tidings.bench.measure.Usage;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.local.run.Refusal;
import app.tidings.notify.channel.Envelope;
import app.tidings.notify.channel.RelayAddress;
import app.tidings.notify.channel.RelayAddress.Security;
import app.tidings.notify.channel.SmtpRelay;
import app.tidings.notify.channel.SmtpResult.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Notify's own way to the relay, with letters that are ready and without a ledger; in this process. */
record SenderAlone(BigEdition edition, int port) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Sends so many mails over so many connections. */
    Run run(int count, int connections) {
        var address = new RelayAddress("127.0.0.1", port, Security.NONE, Optional.empty(), "", LIMIT, LIMIT, LIMIT);
        var letter = edition.letter();
        var next = new AtomicInteger();
        var cpu = Usage.of(ProcessHandle.current().pid()).cpuSeconds();
        var began = System.nanoTime();
        try (var relay = new SmtpRelay(address, null);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, connections)
                    .mapToObj(_ -> threads.submit(() -> {
                        for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                            var copy = BigEdition.copy(number, Instant.now());
                            var result = relay.send(new Envelope(letter.from(), copy.to()), letter.copy(copy));
                            if (!(result instanceof Accepted)) {
                                throw new Refusal("the sink did not take a mail: " + result);
                            }
                        }
                    }))
                    .toList();
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new Refusal("the sender failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
        var usage = Usage.of(ProcessHandle.current().pid());
        return new Run((System.nanoTime() - began) / 1e9, usage.cpuSeconds() - cpu, usage.peakMegabytes());
    }
}
