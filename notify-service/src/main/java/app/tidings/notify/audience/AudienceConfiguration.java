package app.tidings.notify.audience;

import app.tidings.notify.audience.TakeEdition.Shelves;
import app.tidings.notify.ledger.LiveSubjects;
import app.tidings.notify.ledger.Subjects;
import app.tidings.notify.publication.Publications;
import app.tidings.notify.subscriber.Lists;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work behind taking editions. */
@Configuration(proxyBeanMethods = false)
class AudienceConfiguration {

    private static final Plan PLAN = new Plan(1, Duration.ofMinutes(10), Duration.ofSeconds(5), Duration.ofSeconds(2));

    @Bean
    Jobs freezeJobs(MongoDatabase database, StoreClock storeClock) {
        return new Jobs(database, "freezes", storeClock);
    }

    @Bean
    Workers freezeWorkers(Jobs freezeJobs, FreezeAudience freezeAudience) {
        return new Workers("freeze", freezeJobs, PLAN, freezeAudience::run);
    }

    @Bean
    TakeEdition takeEdition(
            Publications publications,
            Lists lists,
            EditionMails mails,
            Subjects subjects,
            LiveSubjects live,
            Jobs freezeJobs,
            Workers freezeWorkers,
            InstantSource clock) {
        var shelves = new Shelves(mails, subjects, live);
        return new TakeEdition(publications, lists, shelves, freezeJobs, freezeWorkers, clock);
    }
}
