package app.tidings.local.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A page as a feed shows it.
 *
 * @param address the page's own, with whatever the feed's owner hangs on it
 */
record Shown(Page page, URI address, Instant at, String summary) {

    /** What a site's feed shows, newest first: its own pages and those of others that it points at. */
    static List<Shown> by(Site site, Content content, Origin origin) {
        var own = content.pagesOf(site).stream()
                .map(page -> new Shown(
                        page,
                        origin.address(page),
                        origin.published(page),
                        page.front().summary()));
        var others = site.feed().pointers().stream().map(pointer -> pointedAt(pointer, content, origin));
        return Stream.concat(own, others)
                .sorted(Comparator.comparing(Shown::at).reversed())
                .toList();
    }

    private static Shown pointedAt(String pointer, Content content, Origin origin) {
        var page = content.at(pointer.split("[?#]", 2)[0]);
        var from = content.siteOf(page).name();
        return new Shown(
                page,
                origin.address("/" + pointer),
                origin.published(page).plusSeconds(2 * 60 * 60),
                "(%s) %s".formatted(from, page.front().summary()));
    }

    /** The same for the same address, whatever happens to the feed. */
    String id() {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(address.toString().getBytes(UTF_8));
    }
}
