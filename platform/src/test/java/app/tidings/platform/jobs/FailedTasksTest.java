package app.tidings.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;

class FailedTasksTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(FailedTasks.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(told);
    }

    @Test
    void areToldOfInOneLineAndRunAgain() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withUserConfiguration(SchedulingConfiguration.class)
                .withBean(Stumbling.class)
                .run(context -> {
                    var runs = context.getBean(Stumbling.class).runs;
                    await().until(() -> runs.get() > 2);
                });

        var line = told.list.getFirst();
        assertThat(line.getThrowableProxy()).as("a stack trace").isNull();
        assertThat(line.getKeyValuePairs())
                .isEqualTo(List.of(
                        new KeyValuePair("task", Stumbling.class.getName() + ".run"),
                        new KeyValuePair("cause", "java.lang.IllegalStateException: the store is away")));
    }

    static final class Stumbling {

        final AtomicInteger runs = new AtomicInteger();

        @Scheduled(fixedDelayString = "PT0.01S")
        void run() {
            runs.incrementAndGet();
            stumble();
        }

        private static void stumble() {
            throw new IllegalStateException("the store is away");
        }
    }
}
