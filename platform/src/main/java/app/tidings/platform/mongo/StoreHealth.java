package app.tidings.platform.mongo;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while the store answers; readiness hangs on it. */
class StoreHealth extends AbstractHealthIndicator {

    private final StoreClock clock;

    StoreHealth(StoreClock clock) {
        super("the store does not answer");
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        clock.ask();
        builder.up();
    }
}
