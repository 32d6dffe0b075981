package app.tidings.ingest.websub;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.source.Push;
import app.tidings.ingest.source.Source;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work of subscriptions, and how it is shown. */
@Configuration(proxyBeanMethods = false)
class WebsubConfiguration {

    private static final Plan ASKING = new Plan(2, Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Plan TAKING = new Plan(2, Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private static final Push NO_ADDRESS = Push.none(
            "this installation has no public address that hubs can reach (tidings.ingest.public-url), so they are not asked");
    private static final Push UNFIT = Push.none("its hub or its address there is none that we would ask");

    @Bean
    Workers websubWorkers(Subscriptions subscriptions, AskHub askHub) {
        return Workers.repeating("websub", subscriptions.jobs(), ASKING, askHub::run);
    }

    @Bean
    Workers websubContentWorkers(Contents contents, TakeContent takeContent) {
        return new Workers("websub-content", contents.jobs(), TAKING, takeContent::run);
    }

    @Bean
    Push.Lookup pushes(Subscriptions subscriptions, IngestSettings settings, InstantSource clock) {
        return sources -> {
            var named = sources.stream()
                    .filter(source -> source.poll().watch().hub() != null)
                    .toList();
            var own = settings.pushUrl();
            return own == null
                    ? named.stream().collect(Collectors.toMap(Source::id, _ -> NO_ADDRESS))
                    : shown(named, own, subscriptions, clock);
        };
    }

    private static Map<String, Push> shown(
            Collection<Source> sources, URI own, Subscriptions subscriptions, InstantSource clock) {
        var ids = new HashMap<String, String>();
        sources.forEach(source -> Hub.of(source.poll().watch().hub(), own)
                .ifPresent(hub -> ids.put(hub.subscriptionId(source.id()), source.id())));
        var now = clock.instant();
        Map<String, Push> shown = sources.stream().collect(Collectors.toMap(Source::id, _ -> UNFIT));
        ids.values().forEach(id -> shown.put(id, Push.NONE));
        var found = ids.isEmpty() ? List.<Subscription>of() : subscriptions.findAll(ids.keySet());
        found.stream()
                .filter(each -> !each.ending())
                .collect(Collectors.toMap(Subscription::sourceId, Function.identity()))
                .forEach((id, each) -> shown.put(id, each.shown(now)));
        return shown;
    }
}
