package app.tidings.curation.enrich;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Owner and name of a repository, read from an address; the characters are those that GitHub allows. */
record RepositoryAddress(String owner, String name) {

    private static final URI GITHUB = URI.create("https://github.com");

    private static final Pattern PATH = Pattern.compile(
            "/([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))/([A-Za-z0-9._-]{1,100}?)(?:\\.git)?(?:/|/(?:tree|releases|tags)(?:/.*)?)?");

    /** Pages of GitHub itself that look like an owner's. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "apps",
            "collections",
            "contact",
            "customer-stories",
            "enterprise",
            "events",
            "explore",
            "features",
            "login",
            "marketplace",
            "notifications",
            "orgs",
            "organizations",
            "pricing",
            "readme",
            "search",
            "security",
            "settings",
            "site",
            "sponsors",
            "stars",
            "topics",
            "trending",
            "users");

    /** Reads an address of GitHub. */
    static Optional<RepositoryAddress> of(URI address) {
        return of(address, GITHUB);
    }

    /** Reads an address of a site that is laid out like GitHub: {@code site/owner/name}. */
    static Optional<RepositoryAddress> of(URI address, URI site) {
        var base = String.valueOf(site.getPath()).replaceFirst("/+$", "");
        var path = String.valueOf(address.getPath());
        var within = path.startsWith(base + "/") ? path.substring(base.length()) : "";
        var matched = PATH.matcher(within);
        if (!host(address).equals(host(site)) || address.getPort() != site.getPort() || !matched.matches()) {
            return Optional.empty();
        }
        var found = new RepositoryAddress(matched.group(1), matched.group(2));
        return RESERVED.contains(found.owner.toLowerCase(Locale.ROOT)) || found.name.matches("\\.{1,2}")
                ? Optional.empty()
                : Optional.of(found);
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }
}
