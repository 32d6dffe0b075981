package app.tidings.local.inspect;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What an input turned out to be before anybody looked into it. */
sealed interface Document {

    /**
     * Its bytes, and what is known about them.
     *
     * @param base the address that answered; null where nobody knows it
     * @param language what the server says of it
     */
    record Read(
            Body body,
            @Nullable Charset charset,
            @Nullable HttpUrl base,
            @Nullable String language) implements Document {}

    /** It could not be read, for a reason of one sentence. */
    record Unread(String reason) implements Document {}
}
