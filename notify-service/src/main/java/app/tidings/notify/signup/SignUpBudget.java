package app.tidings.notify.signup;

import app.tidings.notify.NotifySettings;
import app.tidings.notify.subscriber.AddressKeys;
import app.tidings.notify.subscriber.EmailAddress;
import app.tidings.platform.limit.Budgets;
import app.tidings.platform.limit.Budgets.Budget;
import app.tidings.platform.limit.ClientAddress;
import app.tidings.platform.limit.Origin;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much strangers may ask for: per address, per network and in all, and per mailbox that would get mail. */
@Component
public class SignUpBudget {

    static final Duration WINDOW = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int PER_DAY = 1;
    private static final int PER_MONTH = 3;

    private final Budgets budgets;
    private final AddressKeys keys;
    private final ClientAddress clients;
    private final NotifySettings.SignUps limits;
    private final InstantSource clock;

    SignUpBudget(Budgets budgets, AddressKeys keys, NotifySettings settings, InstantSource clock) {
        this.budgets = budgets;
        this.keys = keys;
        this.clients = new ClientAddress(settings.signUps().trustedProxies());
        this.limits = settings.signUps();
        this.clock = clock;
    }

    /** Takes one sign-up from each budget; says whether all had one left. */
    boolean allows(Origin origin) {
        var caller = clients.of(origin);
        return Stream.of(
                        new Budget("ip:" + hash(caller.own()), limits.perAddress(), WINDOW),
                        new Budget("net:" + hash(caller.net()), limits.perNet(), WINDOW),
                        new Budget("all", limits.all(), WINDOW))
                .allMatch(budget -> budgets.take(budget, clock.instant()));
    }

    /**
     * Takes one mail from what the mailbox may get because of sign-ups: one in 24 hours, three in 30 days. One mailbox has many
     * addresses where tags are allowed.
     *
     * @param mail its id; the same is not counted twice
     */
    boolean allowsMail(EmailAddress address, String mail) {
        return mailbox(address).allMatch(budget -> budgets.take(budget, mail, clock.instant()));
    }

    /** Somebody who reads at this address did what our mails are for, so nobody floods it. */
    public void answered(String address) {
        mailbox(EmailAddress.of(address)).forEach(budgets::refill);
    }

    private Stream<Budget> mailbox(EmailAddress address) {
        var mailbox = keys.ofMailbox(address);
        return Stream.of(
                new Budget("mailbox-day:" + mailbox, PER_DAY, DAY),
                new Budget("mailbox-month:" + mailbox, PER_MONTH, MONTH));
    }

    /** Stands for the address that a request came from, today. */
    public String hashOf(Origin origin) {
        return hash(clients.of(origin).own());
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
