package app.tidings.local.run;

import app.tidings.local.broker.Broker;
import app.tidings.local.mailbox.Mailbox;
import app.tidings.local.store.Store;
import java.time.Clock;

/** What the services stand on, in this JVM: store, broker and mailbox. */
public record Ground(Store store, Broker broker, Mailbox mailbox) implements AutoCloseable {

    /** Opens all three on the installation's data and ports. */
    public static Ground open(Installation installation) {
        var home = installation.home();
        var ports = installation.ports();
        var store = openStore(installation);
        var broker = openBroker(installation);
        var mailbox = Mailbox.open(home.mail(), ports.smtp(), ports.mailbox(), Clock.systemUTC());
        return new Ground(store, broker, mailbox);
    }

    static Store openStore(Installation installation) {
        return Store.open(installation.home().store(), installation.ports().store());
    }

    static Broker openBroker(Installation installation) {
        var ports = installation.ports();
        return Broker.open(installation.home().broker(), ports.broker(), ports.controller());
    }

    @Override
    public void close() {
        mailbox.close();
        broker.close();
        store.close();
    }
}
