package app.tidings.notify.subscriber;

import app.tidings.notify.ledger.RowState;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Suppressed;
import app.tidings.notify.subscriber.Subscription.State;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reader: one address and its subscriptions. Changes are pure; {@link Subscribers} writes them.
 *
 * @param id random; all that the ledger, events and logs ever hold of a reader
 * @param subscriptions by publication
 * @param suppressed nothing may be sent to this address
 */
public record Subscriber(
        @JsonProperty("_id") String id,
        long version,
        String address,
        Map<String, Subscription> subscriptions,
        Mailings mailings,
        boolean suppressed,
        Instant since) {

    /**
     * The mails that we owe this reader alone, numbered from 1.
     *
     * @param unanswered confirmation mails since somebody last confirmed something
     */
    public record Mailings(
            int count,
            int unanswered,
            @Nullable Instant lastAt,
            @Nullable Mailing last) {}

    /** A mail to one reader. */
    public record Mailing(Kind kind, String publicationId, String language) {}

    /** What a mail to one reader is for. */
    public enum Kind {
        CONFIRM,
        PREFERENCES
    }

    public Subscriber {
        subscriptions = Map.copyOf(subscriptions);
    }

    static Subscriber newcomer(String id, EmailAddress address, Instant now) {
        return new Subscriber(id, 1, address.text(), Map.of(), new Mailings(0, 0, null, null), false, now);
    }

    public Optional<Subscription> to(String publicationId) {
        return Optional.ofNullable(subscriptions.get(publicationId));
    }

    public boolean isConfirmed(String publicationId) {
        return to(publicationId).map(Subscription::isConfirmed).orElse(false);
    }

    /** A mail is owed. Asking for confirmation makes the subscription pending. */
    public Subscriber owed(Mailing mailing, Instant now) {
        var number = mailings.count() + 1;
        var confirm = mailing.kind() == Kind.CONFIRM;
        var changed = new HashMap<>(subscriptions);
        if (confirm) {
            changed.put(
                    mailing.publicationId(),
                    Subscription.pending(subscriptions.get(mailing.publicationId()), mailing.language(), number));
        }
        var owed = new Mailings(number, mailings.unanswered() + (confirm ? 1 : 0), now, mailing);
        return new Subscriber(id, version, address, changed, owed, suppressed, since);
    }

    /** Somebody who reads at this address wants these subscriptions so. Mails may be asked for at once again. */
    Subscriber with(Map<String, Subscription> wanted) {
        var changed = new HashMap<>(subscriptions);
        changed.putAll(wanted);
        var answered = new Mailings(mailings.count(), 0, null, mailings.last());
        return new Subscriber(id, version, address, changed, answered, suppressed, since);
    }

    Subscriber without(String publicationId) {
        var changed = new HashMap<>(subscriptions);
        changed.computeIfPresent(publicationId, (publication, subscription) -> subscription.left());
        return new Subscriber(id, version, address, changed, mailings, suppressed, since);
    }

    /** Whether a place on that page of the publication's list in that language is this subscriber's, and in use. */
    public boolean isOnPage(String publicationId, String language, int page) {
        return to(publicationId)
                .filter(subscription -> subscription.language().equals(language))
                .filter(subscription ->
                        Integer.valueOf(page).equals(subscription.places().get(language)))
                .isPresent();
    }

    /** Why nothing of the publication may be sent now; empty where it may. */
    public Optional<RowState> refusal(String publicationId) {
        var subscription = subscriptions.get(publicationId);
        if (suppressed) {
            return Optional.of(new Suppressed());
        }
        if (subscription == null || subscription.state() != State.CONFIRMED) {
            return Optional.of(new Skipped(Reason.UNSUBSCRIBED));
        }
        return subscription.paused() ? Optional.of(new Skipped(Reason.PAUSED)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Subscriber[" + id + "]";
    }
}
