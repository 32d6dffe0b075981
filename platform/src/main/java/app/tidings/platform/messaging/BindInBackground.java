package app.tidings.platform.messaging;

import java.util.concurrent.atomic.AtomicBoolean;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * Lets the input bindings start on a thread of their own, once the topics are there. The binder asks the broker about them
 * while it starts and would hold up the whole service, its API and its health among it, for as long as the broker is away.
 */
final class BindInBackground implements BeanPostProcessor {

    private final ObjectProvider<ProvisionTopics> topics;

    BindInBackground(ObjectProvider<ProvisionTopics> topics) {
        this.topics = topics;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof InputBindingLifecycle)) {
            return bean;
        }
        var proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new InBackground());
        return proxy.getProxy();
    }

    private final class InBackground implements MethodInterceptor {

        private final AtomicBoolean started = new AtomicBoolean();

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            return switch (call.getMethod().getName()) {
                case "start" -> {
                    start((InputBindingLifecycle) call.getThis());
                    yield null;
                }
                case "isRunning" -> started.get();
                case "stop" -> {
                    started.set(false);
                    yield call.proceed();
                }
                default -> call.proceed();
            };
        }

        private void start(@Nullable InputBindingLifecycle bindings) {
            if (bindings != null && started.compareAndSet(false, true)) {
                Thread.ofPlatform().daemon().name("bind-inputs").start(() -> {
                    topics.getObject().await();
                    if (started.get()) {
                        bindings.start();
                    }
                });
            }
        }
    }
}
