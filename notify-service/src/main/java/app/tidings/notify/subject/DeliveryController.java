package app.tidings.notify.subject;

import app.tidings.contracts.BadValue;
import app.tidings.notify.ledger.Setbacks.Setback;
import app.tidings.notify.ledger.Tally;
import app.tidings.notify.subject.Subject.Order;
import app.tidings.notify.subject.Subject.Phase;
import app.tidings.notify.subject.Subjects.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How sending stands, in counts, and what a person may order for it. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryController {

    private static final int PAGE = 50;
    private static final Pattern PLACE = Pattern.compile("(?<takenAt>\\d{1,15}):(?<id>.+)");
    private static final List<String> STATES =
            List.of("sent", "refused", "suppressed", "skipped", "unknown", Tally.OPEN);

    private final Subjects subjects;
    private final SettleSubject settle;
    private final DirectSending direct;

    /**
     * How the sending of one subject stands.
     *
     * @param candidates all rows: sent + refused + suppressed + skipped + unknown + open
     * @param counts rows by state
     * @param reasons why rows were refused or are tried again; told where one subject is asked for
     */
    record Sending(
            String subjectId,
            String publicationId,
            long subjectVersion,
            Phase phase,
            Order order,
            long candidates,
            Map<String, Long> counts,
            @Nullable List<Setback> reasons,
            Instant takenAt,
            @Nullable Instant startedAt,
            @Nullable Instant doneAt) {}

    /** Newest first; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<Sending> deliveries, @Nullable String next) {}

    DeliveryController(Subjects subjects, SettleSubject settle, DirectSending direct) {
        this.subjects = subjects;
        this.settle = settle;
        this.direct = direct;
    }

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String cursor) {
        var page = subjects.page(cursor == null ? null : place(cursor), PAGE);
        return new Page(
                page.stream()
                        .map(each -> sending(each, settle.tally(each), null))
                        .toList(),
                page.size() < PAGE ? null : endOf(page));
    }

    private static String endOf(List<Subject> page) {
        var last = page.getLast();
        return last.takenAt().toEpochMilli() + ":" + last.id();
    }

    private static Place place(String cursor) {
        var place = PLACE.matcher(cursor);
        if (!place.matches()) {
            throw new BadValue("cursor is not what a page names as next");
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(place.group("takenAt"))), place.group("id"));
    }

    @GetMapping("/{subjectId}")
    Sending show(@PathVariable String subjectId) {
        return sending(known(subjectId, subjects.find(subjectId)));
    }

    @PostMapping("/{subjectId}/pause")
    Sending pause(@PathVariable String subjectId) {
        return sending(known(subjectId, direct.order(subjectId, Order.PAUSE)));
    }

    @PostMapping("/{subjectId}/resume")
    Sending resume(@PathVariable String subjectId) {
        return sending(known(subjectId, direct.order(subjectId, Order.GO_ON)));
    }

    @PostMapping("/{subjectId}/cancel")
    Sending cancel(@PathVariable String subjectId) {
        return sending(known(subjectId, direct.order(subjectId, Order.CANCEL)));
    }

    @PostMapping("/{subjectId}/resend-unknown")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sending resendUnknown(@PathVariable String subjectId) {
        return resending(Phase.RESENDING, known(subjectId, direct.resendUnknown(subjectId)));
    }

    @PostMapping("/{subjectId}/resend-refused")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sending resendRefused(@PathVariable String subjectId) {
        return resending(Phase.RETRYING, known(subjectId, direct.resendRefused(subjectId)));
    }

    private Sending resending(Phase ordered, Subject subject) {
        if (subject.phase() != ordered && subject.phase() != Phase.FREEZING) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "%s is %s just now; order it again in a moment".formatted(subject.id(), subject.phase()));
        }
        return sending(subject);
    }

    private static Subject known(String subjectId, Optional<Subject> found) {
        return found.orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "nothing was taken for sending as " + subjectId + "; an edition comes here once it is rendered"));
    }

    private Sending sending(Subject subject) {
        var tally = settle.tally(subject);
        return sending(subject, tally, settle.setbacks(subject, tally));
    }

    private static Sending sending(Subject subject, Tally tally, @Nullable List<Setback> reasons) {
        var counts = new TreeMap<String, Long>();
        STATES.forEach(state -> counts.put(state, tally.of(state)));
        return new Sending(
                subject.id(),
                subject.publicationId(),
                subject.taken(),
                subject.phase(),
                subject.order(),
                tally.total(),
                counts,
                reasons,
                subject.takenAt(),
                subject.startedAt(),
                subject.doneAt());
    }
}
