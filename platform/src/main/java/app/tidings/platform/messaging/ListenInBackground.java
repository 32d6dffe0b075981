package app.tidings.platform.messaging;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts the listeners that do not start by themselves, on a thread of its own, once the topics are there: a listener makes
 * its consumer while it starts, which fails where no name of the broker can be resolved.
 */
final class ListenInBackground implements SmartLifecycle {

    private final KafkaListenerEndpointRegistry listeners;
    private final ProvisionTopics topics;
    private volatile boolean running;

    ListenInBackground(KafkaListenerEndpointRegistry listeners, ProvisionTopics topics) {
        this.listeners = listeners;
        this.topics = topics;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("start-listeners").start(() -> {
            topics.await();
            if (running) {
                listeners.getListenerContainers().forEach(MessageListenerContainer::start);
            }
        });
    }

    @Override
    public void stop() {
        running = false; // the registry stops what was started
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
