package app.tidings.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.annotation.Scheduled;

@ExtendWith(OutputCaptureExtension.class)
class FailedTasksTest {

    @Test
    void areToldOfInOneLineAndRunAgain(CapturedOutput output) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withUserConfiguration(SchedulingConfiguration.class)
                .withBean(Stumbling.class)
                .run(context -> {
                    var runs = context.getBean(Stumbling.class).runs;
                    await().until(() -> runs.get() > 2);
                });

        assertThat(output.getAll().lines().filter(line -> line.contains("scheduled task failed")))
                .isNotEmpty()
                .allMatch(line -> line.contains("Stumbling.run") && line.contains("the store is away"));
        assertThat(output.getAll()).doesNotContain("\tat ");
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
