package app.tidings.local.run;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks about: the broker, the store, the mailbox and the four services.
 *
 * @param process the process that it lives in when each service has its own
 * @param loggers what its log lines begin with when all live in one
 */
record Part(String word, String process, int port, @Nullable Service service, List<String> loggers) {

    /** The process in which everything lives together. */
    static final String ALL_IN_ONE = "tidings";

    /** The process of broker, store and mailbox, when the services have their own. */
    static final String GROUND = "ground";

    /** The store alone, where it can be killed by itself. */
    static final String STORE = "store";

    /** The broker alone. */
    static final String BROKER = "broker";

    static List<Part> all(Ports ports) {
        return Stream.concat(
                        Stream.of(
                                new Part("broker", GROUND, ports.broker(), null, List.of("kafka", "org.apache.kafka")),
                                new Part("store", GROUND, ports.store(), null, List.of("de.bwaldvogel", own("store"))),
                                new Part("mailbox", GROUND, ports.mailbox(), null, List.of(own("mailbox")))),
                        Stream.of(Service.values()).map(service -> of(service, ports)))
                .toList();
    }

    private static Part of(Service service, Ports ports) {
        return new Part(
                service.word(), service.module(), ports.of(service), service, List.of("app.tidings." + service.word()));
    }

    private static String own(String feature) {
        return "app.tidings.local." + feature;
    }
}
