package app.tidings.platform.address;

import java.net.URI;

/** What {@link CanonicalUrl} makes of an address that a source showed. */
public sealed interface Canonical {

    /** The one address that stands for all spellings of it; it can be fetched and printed. */
    record Valid(URI url) implements Canonical {}

    /** No address that becomes a link; the reason is for the source's owner and never repeats the text. */
    record Refused(String reason) implements Canonical {}
}
