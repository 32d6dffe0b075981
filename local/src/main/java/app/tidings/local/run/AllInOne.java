package app.tidings.local.run;

import app.tidings.curation.CurationApplication;
import app.tidings.ingest.IngestApplication;
import app.tidings.notify.NotifyApplication;
import app.tidings.render.RenderApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The ground and the four services as four application contexts in this JVM, which is recorded while they run. */
public final class AllInOne implements AutoCloseable {

    private final ProcessRecords records;
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private @Nullable Ground ground;

    private AllInOne(ProcessRecords records) {
        this.records = records;
    }

    /**
     * Starts everything, one after the other; where something cannot start, the others are ended again.
     *
     * @param started is told the word of each part when it is up
     */
    public static AllInOne start(Installation installation, Consumer<String> started) {
        SLF4JBridgeHandler.removeHandlersForRootLogger(); // Tomcat's own logging, which no service sets up here
        SLF4JBridgeHandler.install();
        var records = new ProcessRecords(installation.home().run());
        records.keep(
                Part.ALL_IN_ONE, ProcessHandle.current(), installation.ports().offset());
        var everything = new AllInOne(records);
        try {
            everything.open(installation, started);
            return everything;
        } catch (RuntimeException e) {
            try (everything) {
                throw e;
            }
        }
    }

    private void open(Installation installation, Consumer<String> started) {
        ground = Ground.open(installation);
        started.accept("ground");
        for (var service : Service.values()) {
            contexts.add(builder(service)
                    .registerShutdownHook(false)
                    .run(installation.arguments(service).toArray(String[]::new)));
            started.accept(service.word());
        }
    }

    /** Ends the services together, then what they stand on. */
    @Override
    public void close() {
        contexts.parallelStream().forEach(ConfigurableApplicationContext::close);
        if (ground != null) {
            ground.close();
        }
        records.forget(Part.ALL_IN_ONE);
    }

    private static SpringApplicationBuilder builder(Service service) {
        return switch (service) {
            case INGEST -> IngestApplication.builder();
            case CURATION -> CurationApplication.builder();
            case RENDER -> RenderApplication.builder();
            case NOTIFY -> NotifyApplication.builder();
        };
    }
}
