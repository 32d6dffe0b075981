package app.tidings.curation.enrich;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Owner and name of a GitHub repository, read from an address; the characters are those that GitHub allows. */
record RepositoryAddress(String owner, String name) {

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

    static Optional<RepositoryAddress> of(URI address) {
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        var path = PATH.matcher(String.valueOf(address.getPath()));
        if (!(host.equals("github.com") || host.equals("www.github.com")) || !path.matches()) {
            return Optional.empty();
        }
        var found = new RepositoryAddress(path.group(1), path.group(2));
        return RESERVED.contains(found.owner.toLowerCase(Locale.ROOT)) || found.name.matches("\\.{1,2}")
                ? Optional.empty()
                : Optional.of(found);
    }
}
