package app.tidings.ingest.websub;

import app.tidings.ingest.IngestSettings;
import app.tidings.ingest.outcome.Outcome;
import app.tidings.ingest.outcome.PollState;
import app.tidings.ingest.outcome.Rhythm;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.SourcesChanged.SourceRemoved;
import app.tidings.platform.jobs.Workers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a poll showed of a source's hub (WebSub §4): one that is new is to be asked, one that is named no more is to be left.
 * Nothing is done where this service has no public address.
 */
@Component
public class FollowHub {

    private static final Logger LOG = LoggerFactory.getLogger(FollowHub.class);

    /** A feed that names ever other hubs or topics gets no more than these at a time. */
    private static final int MOST_AT_A_SOURCE = 10;

    private static final int KEY_BYTES = 24;
    private static final int SECRET_BYTES = 32;

    private final Subscriptions subscriptions;
    private final Workers websubWorkers;
    private final IngestSettings settings;
    private final SecureRandom random = new SecureRandom();
    private boolean indexed;

    /**
     * What a hub's pushes mean for the polls of its source.
     *
     * @param news when it lately brought something new
     * @param until when it is relied on; null where it is not
     * @param rarely between two polls while it is
     */
    public record Relied(List<Instant> news, @Nullable Instant until, Duration rarely) {

        /** There is no hub. */
        static final Relied ON_NOTHING = new Relied(List.of(), null, Duration.ZERO);

        /** When its source is polled that would usually be due then. */
        public Instant due(Instant usual, Instant now) {
            if (until == null) {
                return usual;
            }
            var rare = now.plus(rarely);
            var latest = rare.isBefore(until) ? rare : until;
            return latest.isAfter(usual) ? latest : usual;
        }
    }

    FollowHub(Subscriptions subscriptions, Workers websubWorkers, IngestSettings settings) {
        this.subscriptions = subscriptions;
        this.websubWorkers = websubWorkers;
        this.settings = settings;
    }

    /**
     * After a poll that began then and brought the source into that state, which is not stored yet; a kill before it is has
     * the next poll do the same again.
     */
    public Relied run(Source source, PollState state, Instant began) {
        var own = settings.pushUrl();
        var named = state.watch().hub();
        var before = source.poll().watch().hub();
        if (own == null || (named == null && before == null)) {
            return Relied.ON_NOTHING;
        }
        var hub = Hub.of(named, own);
        Hub.of(before, own)
                .filter(old -> hub.filter(old::equals).isEmpty())
                .ifPresent(old -> leave(old.subscriptionId(source.id())));
        return hub.filter(_ -> source.settings().standing().word(began).equals("active"))
                .map(wanted -> relied(source, state, wanted, began))
                .orElse(Relied.ON_NOTHING);
    }

    private Relied relied(Source source, PollState state, Hub hub, Instant began) {
        var standing = subscriptions.find(hub.subscriptionId(source.id())).orElse(null);
        if (standing == null || standing.ending() || isUntouched(standing)) {
            subscribe(source, hub, standing);
            return Relied.ON_NOTHING;
        }
        var polledBefore = source.poll().polledAt();
        if (polledBefore != null && brought(state, began) && standing.hasMissed(polledBefore)) {
            subscriptions.missed(standing.id(), began);
            return new Relied(standing.news(), null, Duration.ZERO);
        }
        var rarely = settings.websub().poll();
        return new Relied(standing.news(), standing.reliedOnUntil(rhythm(state, standing, began), rarely), rarely);
    }

    /** A kill may have come between it and its job. */
    private static boolean isUntouched(Subscription standing) {
        return standing.asked().isEmpty();
    }

    private static Rhythm rhythm(PollState state, Subscription standing, Instant began) {
        return state.watch().rhythm().with(standing.news(), began);
    }

    private static boolean brought(PollState state, Instant began) {
        return state.outcome() instanceof Outcome.Polled polled
                && polled.at().equals(began)
                && polled.counts().found() + polled.counts().seenAgain() > 0;
    }

    private void subscribe(Source source, Hub hub, @Nullable Subscription standing) {
        index();
        if (standing != null) {
            subscriptions.want(standing.id(), true);
        } else if (subscriptions.ofSource(source.id()).size() < MOST_AT_A_SOURCE) {
            subscriptions.keepFirst(Subscription.begin(source.id(), hub, random(KEY_BYTES), random(SECRET_BYTES)));
        } else {
            LOG.atWarn()
                    .addKeyValue("source", source.id())
                    .log("source names ever other hubs; the newest is not asked");
        }
        websubWorkers.wake();
    }

    private synchronized void index() {
        if (!indexed) {
            subscriptions.index();
            indexed = true;
        }
    }

    private String random(int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    private void leave(String id) {
        subscriptions.want(id, false);
        websubWorkers.wake();
    }

    /** A source that is removed is left by its hubs too. */
    @EventListener
    void on(SourceRemoved removed) {
        subscriptions.ofSource(removed.sourceId()).forEach(each -> leave(each.id()));
    }
}
