package app.tidings.ingest.submission;

import app.tidings.platform.limit.Budgets;
import app.tidings.platform.limit.Budgets.Budget;
import app.tidings.platform.limit.ClientAddress;
import app.tidings.platform.limit.Origin;
import app.tidings.platform.token.KeyedHash;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much strangers may submit: per network address, per publication, and per host of what is submitted. */
@Component
class SubmissionBudget {

    static final Duration WINDOW = Duration.ofHours(1);

    private static final int OWN_ADDRESS_BITS = 64;

    private final Budgets budgets;
    private final @Nullable KeyedHash hash;
    private final ClientAddress clients;
    private final SubmissionSettings limits;
    private final InstantSource clock;

    SubmissionBudget(Budgets budgets, SubmissionSettings settings, InstantSource clock) {
        this.budgets = budgets;
        this.hash = settings.keyFile() == null
                ? null
                : KeyedHash.fromFile(settings.keyFile(), "tidings.ingest.submissions.key-file");
        this.clients = new ClientAddress(settings.trustedProxies());
        this.limits = settings;
        this.clock = clock;
    }

    /**
     * Takes one submission from each budget; says whether all had one left.
     *
     * @param origin null where another program that has shown who it is brings what somebody gave it
     */
    boolean allows(Submission submission, @Nullable Origin origin) {
        var publication = submission.publicationId();
        var host = submission.url().getHost().toLowerCase(Locale.ROOT);
        var own = origin == null
                ? Stream.<Budget>empty()
                : Stream.of(new Budget("submissions-net:" + hashOf(origin), limits.perAddress(), WINDOW));
        return Stream.concat(
                        own,
                        Stream.of(
                                new Budget(
                                        "submissions-host:%s:%s".formatted(publication, host),
                                        limits.perHost(),
                                        WINDOW),
                                new Budget("submissions-to:" + publication, limits.perPublication(), WINDOW)))
                .allMatch(budget -> budgets.take(budget, clock.instant()));
    }

    /** Stands for the IPv4 /24 or the IPv6 /64 of whoever asks, today; the address itself is kept nowhere. */
    private String hashOf(Origin origin) {
        var caller = clients.of(origin);
        var network = caller.own().endsWith("/" + OWN_ADDRESS_BITS) ? caller.own() : caller.net();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Objects.requireNonNull(hash, "without a key nothing is taken").ofInternetAddress(network, today);
    }

    /** Forgets windows that are over. */
    @Scheduled(fixedDelayString = "PT10M")
    void sweep() {
        budgets.sweep(clock.instant());
    }
}
