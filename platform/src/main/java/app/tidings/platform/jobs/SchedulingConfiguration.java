package app.tidings.platform.jobs;

import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Scheduled tasks, none of which ends because it failed once. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SchedulingConfiguration {

    @Bean
    SimpleAsyncTaskSchedulerCustomizer failedTasks() {
        return scheduler -> scheduler.setErrorHandler(new FailedTasks());
    }
}
