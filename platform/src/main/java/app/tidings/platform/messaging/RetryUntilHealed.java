package app.tidings.platform.messaging;

import app.tidings.contracts.BadEvent;
import app.tidings.platform.mongo.StoreFault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens when a record cannot be handled. A bad record is a dead letter at once. A fault of our own store or broker is
 * tried again for as long as it lasts and never becomes a dead letter. Anything else is a defect in our code that this
 * record brings out: after some tries it becomes a dead letter too, so that it does not stop its partition, and can be
 * replayed once the defect is mended.
 */
final class RetryUntilHealed extends DefaultErrorHandler {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int TRIES_AT_A_DEFECT = 8;

    /** @param last what is done with a record that is given up */
    RetryUntilHealed(ConsumerRecordRecoverer last) {
        super(last, backOff());
        addNotRetryableExceptions(BadEvent.class);
        setBackOffFunction((failed, fault) -> ownFault(fault) ? backOff() : limitedBackOff());
    }

    /** Lets the count of tries start anew when a fault of our own follows a defect of the record, or the other way round. */
    @Override
    public void handleRemaining(
            Exception thrown,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        super.handleRemaining(ownFault(thrown) ? new OwnFault(thrown) : thrown, records, consumer, container);
    }

    /** The binder throws one class for everything, and by the class a change of fault is seen. */
    private static final class OwnFault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OwnFault(Exception fault) {
            super(fault);
        }
    }

    private static boolean ownFault(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (StoreFault.is(cause)
                    || cause instanceof KafkaException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static ExponentialBackOff backOff() {
        var backOff = new ExponentialBackOff(FIRST_MILLIS, ExponentialBackOff.DEFAULT_MULTIPLIER);
        backOff.setMaxInterval(LONGEST_MILLIS);
        return backOff;
    }

    private static ExponentialBackOff limitedBackOff() {
        var backOff = backOff();
        backOff.setMaxAttempts(TRIES_AT_A_DEFECT);
        return backOff;
    }
}
