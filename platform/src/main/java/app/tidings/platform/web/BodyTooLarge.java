package app.tidings.platform.web;

import java.io.IOException;

/** A request body turned out larger than it may be while it was read. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long maxBytes) {
        super("the body may have at most %d bytes".formatted(maxBytes));
    }
}
