package app.tidings.platform.jobs;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * What becomes of a scheduled task that fails: one line says so, and it runs again when its time comes. A store that is away
 * for an hour is told of by its health; a stack trace each second would hide everything else.
 */
final class FailedTasks implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedTasks.class);
    private static final String OURS = "app.tidings.";

    @Override
    public void handleError(Throwable failure) {
        LOG.atWarn()
                .addKeyValue("task", task(failure))
                .addKeyValue("cause", failure.toString())
                .log("scheduled task failed; it will run again");
    }

    /** The outermost of our methods is the one that was scheduled. */
    private static String task(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .reduce((_, outer) -> outer)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("unknown");
    }
}
