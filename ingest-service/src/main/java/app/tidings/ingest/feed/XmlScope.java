package app.tidings.ingest.feed;

import static java.util.Map.entry;

import app.tidings.ingest.feed.token.XmlTokens;
import app.tidings.platform.address.HttpUrl;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds inside an element: its prefixes, the base of its addresses, and the names that follow from the prefixes. A
 * vocabulary of feeds has the prefix that is usual for it, and RSS itself none.
 */
record XmlScope(Map<String, String> prefixes, @Nullable HttpUrl base, Map<String, String> names) {

    private static final int MAX_PREFIXES = 100;
    private static final int MAX_NAMES = 500;
    private static final int MAX_NAME_LENGTH = 100;

    private static final Map<String, String> USUAL = Map.ofEntries(
            entry("purl.org/rss/1.0", ""),
            entry("my.netscape.com/rdf/simple/0.9", ""),
            entry("channel.netscape.com/rdf/simple/0.9", ""),
            entry("my.netscape.com/publish/formats/rss-0.91.dtd", ""),
            entry("backend.userland.com/rss", ""),
            entry("backend.userland.com/rss2", ""),
            entry("backend.userland.com/rss091", ""),
            entry("backend.userland.com/rss092", ""),
            entry("blogs.law.harvard.edu/tech/rss", ""),
            entry("www.w3.org/2005/atom", "atom"),
            entry("purl.org/atom/ns#", "atom"),
            entry("purl.org/net/rss1.1#", ""),
            entry("www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            entry("purl.org/dc/elements/1.1", "dc"),
            entry("purl.org/dc/elements/1.0", "dc"),
            entry("purl.org/dc/terms", "dcterms"),
            entry("purl.org/rss/1.0/modules/content", "content"),
            entry("search.yahoo.com/mrss", "media"),
            entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            entry("www.w3.org/1999/xhtml", "xhtml"));

    static XmlScope outermost(@Nullable HttpUrl base) {
        return new XmlScope(Map.of(), base, new HashMap<>());
    }

    /** The scope inside the element that was just entered. */
    XmlScope inner(XmlTokens tokens) {
        if (tokens.attributes() == 0) {
            return this;
        }
        Map<String, String> declared = Map.of();
        var inside = base;
        for (var i = 0; i < tokens.attributes(); i++) {
            var name = tokens.attributeName(i);
            if (name.startsWith("xmlns")) {
                declared = declared.isEmpty() ? new HashMap<>() : declared;
                declared.put(name.substring(Math.min(6, name.length())), tokens.attributeValue(i));
            } else if (name.equals("xml:base")) {
                inside = resolved(tokens.attributeValue(i));
            }
        }
        if (declared.isEmpty()) {
            return Objects.equals(inside, base) ? this : new XmlScope(prefixes, inside, names);
        }
        prefixes.forEach(declared::putIfAbsent);
        return new XmlScope(declared.size() <= MAX_PREFIXES ? declared : prefixes, inside, new HashMap<>());
    }

    private @Nullable HttpUrl resolved(String reference) {
        var written = reference.strip();
        var read = base == null ? HttpUrl.parse(written) : base.resolve(written);
        return read instanceof HttpUrl.Parsed.Good(var url) ? url : base;
    }

    /** The name in lower case under the usual prefix. */
    String name(String qualified) {
        return names.size() < MAX_NAMES && qualified.length() < MAX_NAME_LENGTH
                ? names.computeIfAbsent(qualified, this::usual)
                : usual(qualified);
    }

    /** Whether a vocabulary of RSS is declared. */
    boolean knowsRss() {
        return prefixes.values().stream().anyMatch(uri -> "".equals(USUAL.get(bare(uri))));
    }

    /** Whether names without a prefix are of a vocabulary that no feed has. */
    boolean isForeign() {
        var uri = prefixes.get("");
        return uri != null && !uri.isBlank() && !USUAL.containsKey(bare(uri));
    }

    private String usual(String qualified) {
        var colon = qualified.indexOf(':');
        var prefix = colon < 0 ? "" : qualified.substring(0, colon);
        var uri = prefixes.get(prefix);
        // an unbound prefix is one that the feed forgot to declare: it says what is usual
        var usual = uri == null ? prefix : USUAL.getOrDefault(bare(uri), prefix);
        var local = qualified.substring(colon + 1);
        return (usual.isEmpty() ? local : usual + ":" + local).toLowerCase(Locale.ROOT);
    }

    /** The name of a vocabulary without what feeds get wrong about it: scheme, case, a slash at the end. */
    private static String bare(String uri) {
        var lower = uri.strip().toLowerCase(Locale.ROOT);
        var start = lower.indexOf("://");
        var bare = start < 0 ? lower : lower.substring(start + 3);
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
