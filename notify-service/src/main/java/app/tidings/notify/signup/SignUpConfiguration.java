package app.tidings.notify.signup;

import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.limit.Budgets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The work behind sign-ups. */
@Configuration(proxyBeanMethods = false)
@Import(Budgets.class)
class SignUpConfiguration {

    private static final Plan PLAN = new Plan(2, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(2));

    @Bean
    Workers signUpWorkers(SignUps signUps, TakeSignUp takeSignUp) {
        return new Workers(
                "sign-ups", signUps.jobs(), PLAN, id -> signUps.find(id).ifPresent(takeSignUp::run));
    }
}
