package app.tidings.notify.signup;

import app.tidings.notify.NotifySettings;
import app.tidings.notify.signup.Budgets.Budget;
import app.tidings.notify.subscriber.AddressKeys;
import app.tidings.notify.subscriber.EmailAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much strangers may ask for: per address, per network and in all, and per mailbox that would get mail. */
@Component
public class SignUpBudget {

    static final Duration WINDOW = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int PER_MAILBOX = 5;

    private final Budgets budgets;
    private final AddressKeys keys;
    private final ClientAddress clients;
    private final NotifySettings.SignUps limits;
    private final InstantSource clock;

    /** Where a request comes from, as the server saw it. */
    public record Origin(String remote, @Nullable String forwardedFor) {}

    SignUpBudget(Budgets budgets, AddressKeys keys, NotifySettings settings, InstantSource clock) {
        this.budgets = budgets;
        this.keys = keys;
        this.clients = new ClientAddress(settings.signUps().trustedProxies());
        this.limits = settings.signUps();
        this.clock = clock;
    }

    /** Takes one sign-up from each budget; says whether all had one left. */
    boolean allows(Origin origin) {
        var caller = clients.of(origin.remote(), origin.forwardedFor());
        return Stream.of(
                        new Budget("ip:" + hash(caller.own()), limits.perAddress(), WINDOW),
                        new Budget("net:" + hash(caller.net()), limits.perNet(), WINDOW),
                        new Budget("all", limits.all(), WINDOW))
                .allMatch(budget -> budgets.take(budget, clock.instant()));
    }

    /** Takes one mail from the mailbox's budget: one mailbox has many addresses where tags are allowed. */
    boolean allowsMail(EmailAddress address) {
        return budgets.take(new Budget("mailbox:" + keys.ofMailbox(address), PER_MAILBOX, DAY), clock.instant());
    }

    /** Stands for the address that a request came from, today. */
    public String hashOf(Origin origin) {
        return hash(clients.of(origin.remote(), origin.forwardedFor()).own());
    }

    private String hash(String address) {
        return keys.ofInternetAddress(address, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Forgets windows that are over. */
    @Scheduled(fixedDelayString = "PT10M")
    void sweep() {
        budgets.sweep(clock.instant());
    }
}
