package app.tidings.notify.signup;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LiveSubjects;
import app.tidings.notify.subscriber.Subscribers;
import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work behind sign-ups. */
@Configuration(proxyBeanMethods = false)
class SignUpConfiguration {

    private static final Plan PLAN = new Plan(2, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(2));

    @Bean
    Jobs signUpJobs(MongoDatabase database, StoreClock storeClock) {
        return new Jobs(database, SignUps.COLLECTION, storeClock);
    }

    @Bean
    SignUps signUps(MongoDatabase database, Jobs signUpJobs) {
        return new SignUps(database, signUpJobs);
    }

    @Bean
    TakeSignUp takeSignUp(
            Subscribers subscribers, SignUpBudget budget, Ledger ledger, LiveSubjects live, InstantSource clock) {
        return new TakeSignUp(subscribers, budget, ledger, live, clock);
    }

    @Bean
    Workers signUpWorkers(Jobs signUpJobs, SignUps signUps, TakeSignUp takeSignUp) {
        return new Workers("sign-ups", signUpJobs, PLAN, id -> signUps.find(id).ifPresent(takeSignUp::run));
    }
}
