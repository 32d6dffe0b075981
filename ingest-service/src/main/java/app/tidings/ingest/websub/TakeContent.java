package app.tidings.ingest.websub;

import app.tidings.ingest.connector.Ask;
import app.tidings.ingest.connector.Connectors;
import app.tidings.ingest.connector.Reading;
import app.tidings.ingest.connector.RequestSettings;
import app.tidings.ingest.connector.Validators;
import app.tidings.ingest.entry.TakeEntries;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import app.tidings.ingest.websub.Contents.Content;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Fetched;
import app.tidings.platform.mongo.StoreFault;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a hub sent goes the way of what is polled: the source's own connector reads it as if it had been fetched at the topic's
 * address, and its entries are taken. Done twice, all is known.
 */
@Component
class TakeContent {

    private static final Logger LOG = LoggerFactory.getLogger(TakeContent.class);

    private final Contents contents;
    private final Subscriptions subscriptions;
    private final Sources sources;
    private final Connectors connectors;
    private final TakeEntries takeEntries;
    private final InstantSource clock;

    TakeContent(
            Contents contents,
            Subscriptions subscriptions,
            Sources sources,
            Connectors connectors,
            TakeEntries takeEntries,
            InstantSource clock) {
        this.contents = contents;
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.connectors = connectors;
        this.takeEntries = takeEntries;
        this.clock = clock;
    }

    /** Takes it in, unless the source is wanted no more by now. */
    void run(String id) {
        contents.find(id).ifPresent(content -> {
            subscriptions
                    .find(content.subscriptionId())
                    .filter(subscription -> !subscription.ending())
                    .ifPresent(subscription -> sources.find(subscription.sourceId())
                            .filter(source -> source.settings()
                                    .standing()
                                    .word(clock.instant())
                                    .equals("active"))
                            .ifPresent(source -> tryToTake(subscription, source, content)));
            contents.remove(id);
        });
    }

    /** What cannot be taken in by a defect of our own would not be the next time; the poll that follows tells of it. */
    private void tryToTake(Subscription subscription, Source source, Content content) {
        try {
            take(subscription, source, content);
        } catch (RuntimeException fault) {
            if (StoreFault.is(fault)) {
                throw fault;
            }
            LOG.atError()
                    .addKeyValue("source", source.id())
                    .setCause(fault)
                    .log("content of a hub could not be taken in");
        }
    }

    private void take(Subscription subscription, Source source, Content content) {
        var now = clock.instant();
        var answer = answer(subscription.hub().topic(), content);
        var ask = new Ask(source.host(), Validators.NONE, RequestSettings.NONE, _ -> answer, now);
        if (!(connectors.read(source.settings().connector(), ask) instanceof Reading.Entries read)) {
            LOG.atWarn().addKeyValue("source", source.id()).log("content of a hub is no feed");
            return;
        }
        var counts = takeEntries.runPart(source, read.entries(), now).counts();
        if (counts.found() + counts.seenAgain() > 0) {
            subscriptions.newsCame(subscription.id(), now);
        }
        LOG.atInfo()
                .addKeyValue("source", source.id())
                .addKeyValue("found", counts.found())
                .addKeyValue("seenAgain", counts.seenAgain())
                .log("content of a hub taken in");
    }

    private static Fetched.Answer answer(String topic, Content content) {
        var charset = content.charset() == null ? null : Charset.forName(content.charset());
        return new Fetched.Answer(200, address(topic), List.of(), null, Map.of(), content.body(), null, charset);
    }

    private static URI address(String topic) {
        return switch (HttpUrl.parse(topic)) {
            case HttpUrl.Parsed.Good(var url) -> url.uri();
            case HttpUrl.Parsed.Bad(var reason) -> throw new IllegalStateException("a topic was kept that " + reason);
        };
    }
}
