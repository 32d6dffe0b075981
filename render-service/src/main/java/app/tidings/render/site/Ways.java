package app.tidings.render.site;

import java.net.URI;
import java.util.List;

/**
 * How a reader goes on from a page of a publication without coming back to it.
 *
 * @param subscribe the form of who sends the mails
 * @param feeds the same archive for programs, the most widely read form first
 */
public record Ways(String language, URI subscribe, List<Link> feeds) {

    /** A feed, and what programs choose it by. */
    public record Link(String name, String mediaType, URI address) {}
}
