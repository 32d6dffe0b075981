package app.tidings.curation.repository.host;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a host's pages are, and how their paths are read.
 *
 * @param address of the site; what stands behind its path is the repository's
 * @param reserved first parts of paths that are the site's own pages and look like an owner's, in small letters
 * @param homes parts behind the name under which the repository itself is shown: its files, its releases
 */
record Site(URI address, Set<String> reserved, Set<String> homes) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** The site's host without {@code www.}, as people call it. */
    String host() {
        return host(address);
    }

    /** Where the site's API is, below its own address. */
    URI below(String path) {
        return URI.create(address.toString().replaceFirst("/+$", "") + path);
    }

    /** The parts of a page's path behind the site's own, as they were sent; none for a page of another site. */
    List<String> parts(URI page) {
        var base = String.valueOf(address.getRawPath()).replaceFirst("/+$", "");
        var path = String.valueOf(page.getRawPath());
        return host(page).equals(host()) && page.getPort() == address.getPort() && path.startsWith(base + "/")
                ? parts(path.substring(base.length()))
                : List.of();
    }

    static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(each -> !each.isEmpty()).toList();
    }

    /** Reads {@code owner/name/rest}. */
    Optional<RepositoryAddress> ownerAndName(List<String> parts) {
        return parts.size() < 2 ? Optional.empty() : repository(parts.subList(0, 2), parts.subList(2, parts.size()));
    }

    /**
     * The repository of that path, if it can be one.
     *
     * @param path owner, groups and name
     * @param rest what stands behind it
     */
    Optional<RepositoryAddress> repository(List<String> path, List<String> rest) {
        var owners = path.subList(0, path.size() - 1);
        var name = path.getLast().replaceFirst("\\.git$", "");
        var fits = owners.stream().allMatch(each -> OWNER.matcher(each).matches())
                && NAME.matcher(name).matches()
                && !reserved.contains(owners.getFirst().toLowerCase(Locale.ROOT));
        var home = rest.isEmpty() || homes.contains(rest.getFirst());
        return fits ? Optional.of(new RepositoryAddress(String.join("/", owners), name, home)) : Optional.empty();
    }

    static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }
}
