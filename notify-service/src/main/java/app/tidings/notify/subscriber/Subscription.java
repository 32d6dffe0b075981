package app.tidings.notify.subscriber;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber's wish to get a publication by mail.
 *
 * @param language of the editions that are wanted
 * @param paused for a while nothing is to come
 * @param confirmableFrom while it is pending: links of mails before this one do not confirm it
 * @param consent how it was confirmed last
 * @param places by language: the page of the list on which it has its place, for ever
 */
public record Subscription(
        State state,
        String language,
        boolean paused,
        int confirmableFrom,
        @Nullable Consent consent,
        Map<String, Integer> places) {

    /** How far it came. */
    public enum State {
        PENDING,
        CONFIRMED,
        LEFT
    }

    /**
     * The proof that somebody wanted it.
     *
     * @param form where it was given: {@code mail} (the link in a confirmation mail) or {@code preferences}
     * @param origin keyed hash of the IP address, another one every day
     */
    public record Consent(Instant at, String form, String origin) {}

    public Subscription {
        places = Map.copyOf(places);
    }

    static Subscription pending(@Nullable Subscription before, String language, int mailing) {
        var places = before == null ? Map.<String, Integer>of() : before.places;
        var first = before != null && before.state == State.PENDING ? before.confirmableFrom : mailing;
        return new Subscription(State.PENDING, language, false, first, null, places);
    }

    /** Wanted in that language, with its place on that page. */
    Subscription confirmed(String newLanguage, boolean newPaused, int page, @Nullable Consent newConsent) {
        var newPlaces = new HashMap<>(places);
        newPlaces.putIfAbsent(newLanguage, page);
        return new Subscription(State.CONFIRMED, newLanguage, newPaused, 0, newConsent, newPlaces);
    }

    Subscription left() {
        return new Subscription(State.LEFT, language, false, 0, consent, places);
    }

    boolean isConfirmed() {
        return state == State.CONFIRMED;
    }
}
