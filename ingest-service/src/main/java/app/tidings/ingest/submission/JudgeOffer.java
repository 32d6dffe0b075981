package app.tidings.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Ids;
import app.tidings.ingest.feed.FeedText;
import app.tidings.ingest.submission.Offer.Fault;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import app.tidings.platform.address.Cidr;
import app.tidings.platform.address.Host;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.SpecialAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what somebody typed can be a submission. Pure: time and language come in. */
final class JudgeOffer {

    static final int MAX_TITLE = 300;
    static final int MAX_NOTE = 2_000;
    static final int MAX_NAME = 100;
    static final int MAX_LINK = 500;
    static final int MAX_CONTACT = 254;
    private static final int MAX_LANGUAGE = 35;
    private static final int MAX_KEY = 200;

    private static final Pattern CONTACT =
            Pattern.compile("[^\\s\\p{Cc}@<>,;]+@[^\\s\\p{Cc}@<>,;]+\\.[^\\s\\p{Cc}@<>,;]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");

    /** What came of it. */
    sealed interface Judged {

        /** It can be submitted; the contact is kept apart. */
        record Good(Submission submission, @Nullable String contact) implements Judged {

            @Override
            public String toString() {
                return "submission " + submission.id();
            }
        }

        /** It cannot. */
        record Bad(List<Fault> faults) implements Judged {}
    }

    private final Offer offer;
    private final List<Cidr> allowedPrivate;
    private final List<Fault> faults = new ArrayList<>();

    private JudgeOffer(Offer offer, List<Cidr> allowedPrivate) {
        this.offer = offer;
        this.allowedPrivate = allowedPrivate;
    }

    /**
     * Judges it.
     *
     * @param language of the publication, for whoever names none
     * @param allowedPrivate networks that are read here though they are not public; none where all readers are elsewhere
     */
    static Judged run(Offer offer, String language, List<Cidr> allowedPrivate, Instant now) {
        return new JudgeOffer(offer, allowedPrivate).judged(language, now);
    }

    private Judged judged(String ofPublication, Instant now) {
        var address = address();
        var title = text("title", offer.title(), MAX_TITLE);
        var note = text("note", offer.note(), MAX_NOTE);
        var credit = credit();
        var contact = checked("contact", offer.contact(), MAX_CONTACT, CONTACT);
        var language = checked("language", offer.language(), MAX_LANGUAGE, LANGUAGE);
        checkKey();
        if (address == null || !faults.isEmpty()) {
            return new Judged.Bad(List.copyOf(faults));
        }
        var submission = new Submission(
                offer.publication() + ":" + suffix(address, credit, contact),
                offer.publication(),
                Ids.link(offer.publication(), address.canonical().toString()),
                address.clean(),
                address.shown(),
                Objects.requireNonNullElse(title, address.clean().toString()),
                note,
                credit,
                Objects.requireNonNullElse(language, ofPublication),
                offer.door(),
                now);
        return new Judged.Good(submission, contact);
    }

    private void checkKey() {
        if (offer.key() != null && (offer.key().isBlank() || offer.key().length() > MAX_KEY)) {
            bad("key", "has from 1 to %d characters".formatted(MAX_KEY));
        }
    }

    private record Address(URI canonical, URI clean, URI shown) {}

    private @Nullable Address address() {
        var typed = filled(offer.url());
        if (typed == null) {
            faults.add(new Fault("url", Fault.Kind.MISSING, "is missing"));
            return null;
        }
        if (CanonicalUrl.of(typed) instanceof Canonical.Valid(var canonical)
                && CanonicalUrl.clean(typed) instanceof Canonical.Valid(var clean)
                && HttpUrl.parse(typed) instanceof HttpUrl.Parsed.Good(var shown)) {
            if (isPublic(shown.host())) {
                return new Address(canonical, clean, shown.uri());
            }
            faults.add(new Fault(
                    "url", Fault.Kind.NOT_PUBLIC, "leads to a host that is not public; nobody else could read it"));
            return null;
        }
        bad("url", CanonicalUrl.of(typed) instanceof Canonical.Refused(var reason) ? reason : "cannot be read");
        return null;
    }

    /** As far as the address itself shows; what a name leads to is seen when it is fetched. */
    private boolean isPublic(Host host) {
        return host.literal() == null ? !host.isLocal() || !allowedPrivate.isEmpty() : isPublic(host.literal());
    }

    private boolean isPublic(InetAddress literal) {
        return SpecialAddresses.use(literal).isEmpty()
                || allowedPrivate.stream().anyMatch(block -> block.contains(literal));
    }

    private @Nullable Credit credit() {
        var name = withoutMarkup(text("name", offer.name(), MAX_NAME));
        var link = text("link", offer.link(), MAX_LINK);
        if (link == null) {
            return name == null ? null : new Credit(name, null);
        }
        if (name == null) {
            faults.add(new Fault("name", Fault.Kind.MISSING, "is missing; a link alone cannot be printed as a credit"));
            return null;
        }
        return switch (HttpUrl.parse(link)) {
            case HttpUrl.Parsed.Good(var url) -> new Credit(name, url.uri());
            case HttpUrl.Parsed.Bad(var reason) -> {
                bad("link", reason);
                yield null;
            }
        };
    }

    /** A name is printed in many formats; none of them has a use for tags. */
    private static @Nullable String withoutMarkup(@Nullable String name) {
        return name == null ? null : filled(new FeedText(name, true).plain(MAX_NAME));
    }

    /** In one line of characters that can be printed. */
    private @Nullable String text(String field, @Nullable String typed, int max) {
        if (typed != null && typed.length() > max) {
            faults.add(new Fault(field, Fault.Kind.TOO_LONG, "is longer than %d characters".formatted(max)));
            return null;
        }
        return typed == null ? null : filled(new FeedText(typed, false).plain(max));
    }

    private @Nullable String checked(String field, @Nullable String typed, int max, Pattern form) {
        var text = filled(typed);
        if (text == null || (text.length() <= max && form.matcher(text).matches())) {
            return text;
        }
        bad(field, "is not one that can be used");
        return null;
    }

    private void bad(String field, String reason) {
        faults.add(new Fault(field, Fault.Kind.BAD, reason));
    }

    private static @Nullable String filled(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        return text.isEmpty() ? null : text;
    }

    /** With a key, the same words of the same sender have the same id; nobody else's key leads there. */
    private String suffix(Address address, @Nullable Credit credit, @Nullable String contact) {
        var secret = offer.key() == null
                ? UUID.randomUUID().toString()
                : String.join(
                        "\n",
                        List.of(
                                offer.key(),
                                offer.door(),
                                address.canonical().toString(),
                                String.valueOf(credit),
                                String.valueOf(contact)));
        return Ids.contentHash((offer.publication() + "\n" + secret).getBytes(UTF_8))
                .substring(0, 32);
    }
}
