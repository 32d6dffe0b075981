package app.tidings.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The ports of one installation, all on 127.0.0.1.
 *
 * @param offset added to every port, so that several installations run side by side
 */
public record Ports(int offset) {

    /** With the offset of {@code TIDINGS_PORT_OFFSET}, 0 where it is not set. */
    public static Ports ofEnvironment() {
        var offset = System.getenv("TIDINGS_PORT_OFFSET");
        try {
            return new Ports(offset == null || offset.isBlank() ? 0 : Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new Refusal("TIDINGS_PORT_OFFSET is not a number: " + offset, e);
        }
    }

    public Ports {
        if (offset < 0 || offset > 30_000) {
            throw new Refusal("TIDINGS_PORT_OFFSET is not from 0 to 30000: " + offset);
        }
    }

    /** Kafka's clients. */
    public int broker() {
        return 19092 + offset;
    }

    /** Kafka's controller. */
    public int controller() {
        return 19093 + offset;
    }

    /** MongoDB's wire protocol. */
    public int store() {
        return 27217 + offset;
    }

    /** Where the mailbox takes mail. */
    public int smtp() {
        return 2525 + offset;
    }

    /** Where the mailbox shows mail. */
    public int mailbox() {
        return 8025 + offset;
    }

    /** The API and the pages of a service. */
    public int of(Service service) {
        return service.port() + offset;
    }

    /** Health and metrics of a service. */
    public int management(Service service) {
        return of(service) + 1000;
    }

    /** The demo's newsroom, which is no part of the installation. */
    public int newsroom() {
        return 8090 + offset;
    }

    /** Refuses to go on where some program listens on one of them, or on one that is wanted beside them. */
    public void refuseIfTaken(Integer... beside) {
        var taken = Stream.concat(all(), Stream.of(beside))
                .filter(Ports::taken)
                .map(String::valueOf)
                .toList();
        if (!taken.isEmpty()) {
            throw new Refusal(("Another program has port %s. If that is Tidings, give ./tidings down; else end it,"
                            + " or set TIDINGS_PORT_OFFSET to move all ports.")
                    .formatted(String.join(", ", taken)));
        }
    }

    /** Of an offset at which all are free, below the ports that the system gives out by itself. */
    public static Ports free() {
        return ThreadLocalRandom.current()
                .ints(1, 5_000)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    /** Whether nobody listens on any of them. */
    public boolean areFree() {
        return taken().isEmpty();
    }

    /** Those that some program listens on. */
    List<Integer> taken() {
        return all().filter(Ports::taken).toList();
    }

    /** Every port of the installation. */
    Stream<Integer> all() {
        return Stream.concat(
                Stream.of(broker(), controller(), store(), smtp(), mailbox()),
                Stream.of(Service.values()).flatMap(each -> Stream.of(of(each), management(each))));
    }

    /** Whether somebody listens on the port. */
    public static boolean taken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
