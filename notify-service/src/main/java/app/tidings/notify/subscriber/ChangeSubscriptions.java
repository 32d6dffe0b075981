package app.tidings.notify.subscriber;

import app.tidings.notify.ledger.Ledger;
import app.tidings.notify.ledger.LedgerPage;
import app.tidings.notify.subject.LiveSubjects;
import app.tidings.notify.subject.Subject;
import app.tidings.notify.subscriber.ReaderLinks.Claim;
import app.tidings.notify.subscriber.Subscription.Consent;
import app.tidings.notify.subscriber.Subscription.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What a reader may change: confirm, leave, choose. Whoever leaves or pauses is first written down, then taken out of
 * everything that is being sent, and only then gets an answer: a page that is frozen later reads the subscriber after that.
 */
@Component
public class ChangeSubscriptions {

    private final Subscribers subscribers;
    private final Lists lists;
    private final LiveSubjects live;
    private final Ledger ledger;

    /** What a reader wants of one publication. */
    public record Choice(boolean subscribed, String language, boolean paused) {}

    /** What became of a click on a confirmation link. */
    public sealed interface Confirmation {

        record Confirmed(Subscriber subscriber) implements Confirmation {}

        /** The link has done its work before, or a later one has. */
        record UsedBefore(Subscriber subscriber) implements Confirmation {}

        /** There is no such subscription any more. */
        record Unknown() implements Confirmation {}
    }

    ChangeSubscriptions(Subscribers subscribers, Lists lists, LiveSubjects live, Ledger ledger) {
        this.subscribers = subscribers;
        this.lists = lists;
        this.live = live;
        this.ledger = ledger;
    }

    /** Confirms the pending subscription that the link is about, once. */
    public Confirmation confirm(Claim link, Consent consent) {
        var subscriberId = link.subscriberId();
        var publicationId = link.publicationId();
        for (var read = subscribers.find(subscriberId); read.isPresent(); read = subscribers.find(subscriberId)) {
            var subscription = read.get().to(publicationId);
            if (subscription.isEmpty()) {
                return new Confirmation.Unknown();
            }
            var pending = subscription.get();
            if (pending.state() != State.PENDING || link.mailing() < pending.confirmableFrom()) {
                return new Confirmation.UsedBefore(read.get());
            }
            var wanted = entered(read.get(), publicationId, new Choice(true, pending.language(), false), consent);
            var changed = read.get().with(Map.of(publicationId, wanted));
            if (subscribers.replaceIfVersion(read.get(), changed)) {
                return new Confirmation.Confirmed(changed);
            }
        }
        return new Confirmation.Unknown();
    }

    /** Ends the subscription; twice is the same as once. Nothing of the publication is fenced after this returns. */
    public Optional<Subscriber> leave(String subscriberId, String publicationId) {
        return change(subscriberId, subscriber -> subscriber.without(publicationId));
    }

    /** Makes the subscriptions to these publications what the reader chose. */
    public Optional<Subscriber> choose(String subscriberId, Map<String, Choice> choices, Consent consent) {
        return change(subscriberId, subscriber -> {
            var wanted = new HashMap<String, Subscription>();
            choices.forEach((publicationId, choice) -> {
                var standing = subscriber.to(publicationId);
                if (choice.subscribed()) {
                    wanted.put(publicationId, entered(subscriber, publicationId, choice, consent));
                } else if (standing.isPresent()) {
                    wanted.put(publicationId, standing.get().left());
                }
            });
            return subscriber.with(wanted);
        });
    }

    /** The subscription as it will be confirmed; its place is entered before it is. */
    private Subscription entered(Subscriber subscriber, String publicationId, Choice choice, Consent consent) {
        var standing = subscriber
                .to(publicationId)
                .orElseGet(() -> new Subscription(State.LEFT, choice.language(), false, 0, null, Map.of()));
        var page = standing.places().get(choice.language());
        if (page == null) {
            var list = Lists.id(publicationId, choice.language());
            page = lists.reserve(list);
            lists.enter(list, page, subscriber.id());
        }
        var proof = standing.isConfirmed() && standing.consent() != null ? standing.consent() : consent;
        return standing.confirmed(choice.language(), choice.paused(), page, proof);
    }

    private Optional<Subscriber> change(String subscriberId, Function<Subscriber, Subscriber> change) {
        for (var read = subscribers.find(subscriberId); read.isPresent(); read = subscribers.find(subscriberId)) {
            var changed = change.apply(read.get());
            if (subscribers.replaceIfVersion(read.get(), changed)) {
                takeOut(changed);
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }

    /** Takes the subscriber out of whatever is being sent and not wanted. */
    private void takeOut(Subscriber subscriber) {
        for (var each : live.all()) {
            if (each.list() != null) {
                takeOut(subscriber, each.subjectId(), each.list());
            }
        }
    }

    private void takeOut(Subscriber subscriber, String subjectId, String list) {
        subscriber.subscriptions().forEach((publicationId, subscription) -> {
            var page = subscription.places().get(Lists.languageOf(list, publicationId));
            var refusal = subscriber.refusal(publicationId);
            if (page != null && refusal.isPresent()) {
                ledger.change(
                        LedgerPage.id(subjectId, Subject.CHANNEL, page),
                        frozen -> frozen.skip(Map.of(subscriber.id(), refusal.get())));
            }
        });
    }
}
