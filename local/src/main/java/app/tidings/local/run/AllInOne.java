package app.tidings.local.run;

import app.tidings.curation.CurationApplication;
import app.tidings.ingest.IngestApplication;
import app.tidings.notify.NotifyApplication;
import app.tidings.render.RenderApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The ground and the four services as four application contexts in this JVM. */
public final class AllInOne implements AutoCloseable {

    private final Ground ground;
    private final List<ConfigurableApplicationContext> contexts;

    private AllInOne(Ground ground, List<ConfigurableApplicationContext> contexts) {
        this.ground = ground;
        this.contexts = contexts;
    }

    /**
     * Starts everything, one after the other.
     *
     * @param started is told the word of each part when it is up
     */
    public static AllInOne start(Installation installation, Consumer<String> started) {
        SLF4JBridgeHandler.removeHandlersForRootLogger(); // Tomcat's own logging, which no service sets up here
        SLF4JBridgeHandler.install();
        var ground = Ground.open(installation);
        started.accept("ground");
        var contexts = new ArrayList<ConfigurableApplicationContext>();
        for (var service : Service.values()) {
            contexts.add(builder(service)
                    .registerShutdownHook(false)
                    .run(installation.arguments(service).toArray(String[]::new)));
            started.accept(service.word());
        }
        return new AllInOne(ground, contexts);
    }

    /** Ends the services together, then what they stand on. */
    @Override
    public void close() {
        contexts.parallelStream().forEach(ConfigurableApplicationContext::close);
        ground.close();
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
