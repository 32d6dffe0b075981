package app.tidings.platform.messaging;

import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.util.backoff.BackOff;

/** How records reach the handlers of a service; the bindings themselves are listed in the service's configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
public class MessagingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingConfiguration.class);

    @Bean
    static BindInBackground bindInBackground(ObjectProvider<ProvisionTopics> topics) {
        return new BindInBackground(topics);
    }

    @Bean
    ProvisionTopics provisionTopics(
            @Value("${tidings.service}") String service, TopicSettings settings, KafkaAdmin kafka) {
        return new ProvisionTopics(service, settings, kafka);
    }

    @Bean
    ListenInBackground listenInBackground(KafkaListenerEndpointRegistry listeners, ProvisionTopics topics) {
        return new ListenInBackground(listeners, topics);
    }

    @Bean
    KafkaHeaderMapper eventHeaderMapper() {
        return new EventHeaders();
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer eventContainers(ConsumerRecordRecoverer deadLetters) {
        return new EventContainers(deadLetters);
    }

    /**
     * For listeners outside of the binder, those of the dead letters: what one cannot keep because of a defect stays on its
     * topic and in the log.
     */
    @Bean
    CommonErrorHandler listenerErrors() {
        return new RetryUntilHealed((failed, fault) -> LOG.atError()
                .setCause(fault)
                .addKeyValue("topic", failed.topic())
                .addKeyValue("partition", failed.partition())
                .addKeyValue("offset", failed.offset())
                .log("record skipped"));
    }

    /** Takes retry and dead letters out of the binder's hands and decodes records before the handler. */
    private record EventContainers(ConsumerRecordRecoverer deadLetters)
            implements ListenerContainerWithDlqAndRetryCustomizer {

        @Override
        public void configure(
                AbstractMessageListenerContainer<?, ?> container,
                String destination,
                String group,
                @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> unused,
                @Nullable BackOff alsoUnused) {
            container.setCommonErrorHandler(new RetryUntilHealed(deadLetters));
            container.getContainerProperties().setObservationEnabled(true);
            decode(container);
        }

        @SuppressWarnings("unchecked") // the binder's containers hold raw bytes, whatever their type says
        private static void decode(AbstractMessageListenerContainer<?, ?> container) {
            ((AbstractMessageListenerContainer<Object, Object>) container).setRecordInterceptor(new DecodeRecords());
        }

        @Override
        public boolean retryAndDlqInBinding(String destination, String group) {
            return false;
        }
    }
}
