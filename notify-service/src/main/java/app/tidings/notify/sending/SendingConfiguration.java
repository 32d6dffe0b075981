package app.tidings.notify.sending;

import app.tidings.notify.NotifySettings;
import app.tidings.notify.audience.EditionMails;
import app.tidings.notify.audience.FreezeAudience;
import app.tidings.notify.channel.SmtpRelay;
import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage.ClaimRules;
import app.tidings.notify.ledger.Outcome;
import app.tidings.notify.ledger.Outcome.Delivered;
import app.tidings.notify.ledger.Outcome.Failed;
import app.tidings.notify.ledger.RetryPlan;
import app.tidings.notify.page.Templates;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.sending.Rounds.Books;
import app.tidings.notify.sending.SendPage.Terms;
import app.tidings.notify.sending.SendPages.Plan;
import app.tidings.notify.subject.DirectSending;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subject.SettleSubject;
import app.tidings.notify.subject.Subjects;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.platform.mongo.StoreClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The senders and what they need. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    private static final int MOST_SENDERS = 2;

    @Bean
    EditionLetters editionLetters(
            EditionMails mails,
            Publications publications,
            ReaderLinks links,
            SenderIdentity sender,
            InstantSource clock) {
        return new EditionLetters(mails, publications, links, sender, clock);
    }

    @Bean
    ReaderLetters readerLetters(
            Publications publications,
            ReaderLinks links,
            Templates templates,
            SenderIdentity sender,
            InstantSource clock) {
        return new ReaderLetters(publications, links, templates, sender, clock);
    }

    @Bean
    SendPage sendPage(
            Ledger ledger, Subscribers subscribers, SmtpRelay relay, NotifySettings settings, StoreClock storeClock) {
        var connections = settings.smtp().connections();
        var terms = new Terms(
                UUID.randomUUID().toString(),
                Math.max(1, connections / senders(settings)),
                new RetryPlan(settings.retry()));
        return new SendPage(ledger, subscribers, relay, terms, storeClock);
    }

    @Bean
    Rounds rounds(
            LiveSubjects live,
            Subjects subjects,
            Ledger ledger,
            SettleSubject settle,
            DirectSending direct,
            NotifySettings settings,
            StoreClock storeClock,
            MeterRegistry meters) {
        var books = new Books(live, subjects, ledger, settle, direct);
        var rounds = new Rounds(books, settings.lease(), storeClock);
        Gauge.builder("tidings.deliveries.open", rounds, Rounds::open)
                .description("deliveries that are not settled, as seen last")
                .register(meters);
        Gauge.builder(
                        "tidings.deliveries.oldest",
                        rounds,
                        each -> each.oldest()
                                .map(since -> Duration.between(since, storeClock.instant())
                                        .toSeconds())
                                .orElse(0L))
                .baseUnit("seconds")
                .description("age of the oldest subject that is being sent")
                .register(meters);
        return rounds;
    }

    @Bean
    SendPages sendPages(
            Rounds rounds,
            FreezeAudience freezeAudience,
            Ledger ledger,
            SendPage sendPage,
            Tasks tasks,
            LiveSubjects live,
            NotifySettings settings,
            MeterRegistry meters) {
        var plan = new Plan(senders(settings), settings.lookAgain());
        var senders =
                new SendPages(rounds, freezeAudience, ledger, sendPage, tasks, outcome -> count(meters, outcome), plan);
        live.onOpen(senders::wake);
        return senders;
    }

    @Bean
    Tasks tasks(EditionLetters editions, ReaderLetters mails, Subjects subjects, NotifySettings settings) {
        var resends = settings.retry().size();
        return new Tasks(
                editions,
                mails,
                subjects,
                new ClaimRules(settings.lease(), settings.ambiguous(), resends),
                new ClaimRules(settings.lease(), settings.ambiguousMails(), resends));
    }

    private static int senders(NotifySettings settings) {
        return Math.min(MOST_SENDERS, settings.smtp().connections());
    }

    private static void count(MeterRegistry meters, Outcome outcome) {
        var name = switch (outcome) {
            case Delivered _ -> "sent";
            case Failed failed -> failed.fault().name().toLowerCase(Locale.ROOT);
        };
        meters.counter("tidings.mails", "outcome", name).increment();
    }
}
