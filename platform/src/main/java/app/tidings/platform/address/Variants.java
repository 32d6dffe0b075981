package app.tidings.platform.address;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which sites show one page: for telephones, as AMP, with and without {@code www.}, with the name of the
 * directory's file. Where a form could as well be another page, it stays apart.
 */
final class Variants {

    /** Two or three turns are what the longest chains of forms take. */
    private static final int MAX_TURNS = 10;

    private static final String WWW = "www.";
    private static final List<String> OTHER_DEVICES = List.of("m.", "mobile.", "amp.");

    /** Below these everybody has a name of their own: {@code m.github.io} is a person. */
    private static final Set<String> SHARED = Set.of(
            "github.io",
            "gitlab.io",
            "gitee.io",
            "wordpress.com",
            "substack.com",
            "medium.com",
            "tumblr.com",
            "vercel.app",
            "netlify.app",
            "pages.dev",
            "web.app",
            "herokuapp.com",
            "notion.site",
            "readthedocs.io",
            "bearblog.dev",
            "hashnode.dev",
            "neocities.org",
            "livejournal.com",
            "typepad.com");

    /** Second labels under which a country registers names: {@code m.com.cn} is nobody's telephone. */
    private static final Set<String> REGISTRIES =
            Set.of("com", "co", "net", "org", "edu", "gov", "ac", "ne", "or", "go");

    /** What stands for itself in a path, escaped or not; a slash, a question mark, a hash and a semicolon do not. */
    private static final String PLAIN_IN_PATH = "!$'()*,:@+&=";

    private static final String PLAIN_IN_NAME = "!$'()*,:@/?";
    private static final String PLAIN_IN_VALUE = PLAIN_IN_NAME + "=";

    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");
    private static final Pattern INDEX = Pattern.compile("(.*/)index\\.html?");
    private static final Pattern AMP_BEHIND = Pattern.compile("(.*[^/])(?:/amp|\\.amp|/amp\\.html|\\.amp(\\.html))");
    private static final Pattern AMP_BEFORE = Pattern.compile("/amp(/.+)");
    private static final Pattern AMP_PARAMETER = Pattern.compile("(?i)amp(?:=1|=true|=)?|outputtype=amp");

    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(?:/|$)");

    /** The last part of an address that names an article: words in a row, a number, or a file. */
    private static final Pattern ARTICLE = Pattern.compile(".*/[^/]*[-\\d.][^/]*");

    /** Sites where a page that is called "amp" is about something of that name. */
    private static final Set<String> OF_NAMES = Set.of(
            "github.com",
            "gitlab.com",
            "gitee.com",
            "bitbucket.org",
            "codeberg.org",
            "sr.ht",
            "pypi.org",
            "crates.io",
            "pkg.go.dev",
            "hub.docker.com",
            "rubygems.org",
            "packagist.org");

    private Variants() {}

    /** The form that stands for all; it is its own. */
    static HttpUrl oneForAll(HttpUrl url) {
        var form = url;
        for (var turn = 0; turn < MAX_TURNS; turn++) {
            var next = Sites.known(plain(form));
            if (next.equals(form)) {
                return form;
            }
            form = next;
        }
        return form;
    }

    private static HttpUrl plain(HttpUrl url) {
        var unify = url.hasDefaultPort() && !url.host().isLocal();
        var path = path(url);
        var query = query(url, path);
        var isHome = path.equals("/") && query == null;
        return new HttpUrl(
                url.secure() || unify,
                url.host().literal() == null ? host(url.host(), isHome) : url.host(),
                unify ? 443 : url.port(),
                path,
                query,
                url.fragment());
    }

    private static Host host(Host host, boolean isHome) {
        var name = without(WWW, host.name());
        if (!isHome) { // a site for telephones has a first page of its own
            for (var device : OTHER_DEVICES) {
                name = without(device, name);
            }
        }
        return name.equals(host.name()) ? host : new Host(name, null);
    }

    private static String without(String prefix, String name) {
        if (!name.startsWith(prefix)) {
            return name;
        }
        var rest = name.substring(prefix.length());
        return isRegistered(rest) && !SHARED.contains(rest) && !rest.startsWith("blogspot.") ? rest : name;
    }

    private static boolean isRegistered(String name) {
        var labels = name.split("\\.", -1);
        return labels.length > 2
                || (labels.length == 2 && !(labels[1].length() == 2 && REGISTRIES.contains(labels[0])));
    }

    private static String path(HttpUrl url) {
        var whole = Percent.normalized(url.path(), PLAIN_IN_PATH);
        var path = SESSION.matcher(whole).replaceAll("");
        var index = INDEX.matcher(path);
        if (index.matches()) {
            path = index.group(1);
        }
        path = withoutTrailingSlash(path);
        path = OF_NAMES.contains(without(WWW, url.host().name())) ? path : withoutAmp(path);
        return DOTS.matcher(path).find() ? whole : path; // what is left must not climb
    }

    private static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") && !path.endsWith("//")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    private static String withoutAmp(String path) {
        var behind = AMP_BEHIND.matcher(path);
        if (behind.matches()) {
            var file = behind.group(2);
            var article = behind.group(1) + (file == null ? "" : file);
            return ARTICLE.matcher(article).matches() ? article : path;
        }
        var before = AMP_BEFORE.matcher(path);
        return before.matches() && ARTICLE.matcher(before.group(1)).matches() ? before.group(1) : path;
    }

    /** In the order of names where all have values; what is repeated keeps its order. */
    private static @Nullable String query(HttpUrl url, String path) {
        if (url.query() == null) {
            return null;
        }
        var parameters = Arrays.stream(url.query().split("&", -1))
                .filter(parameter -> !parameter.isEmpty()
                        && !AMP_PARAMETER.matcher(parameter).matches()
                        && !TrackingParameters.isOfDevice(url.host(), path, parameter))
                .map(Variants::parameter)
                .toList();
        if (parameters.isEmpty()) {
            return null;
        }
        return parameters.stream().allMatch(parameter -> parameter.indexOf('=') > 0)
                ? parameters.stream()
                        .sorted(Comparator.comparing(Variants::name))
                        .collect(Collectors.joining("&"))
                : String.join("&", parameters);
    }

    /** Forms write a space as a plus sign. */
    private static String parameter(String parameter) {
        var name = name(parameter);
        return (Percent.normalized(name, PLAIN_IN_NAME)
                        + Percent.normalized(parameter.substring(name.length()), PLAIN_IN_VALUE))
                .replace("%20", "+");
    }

    private static String name(String parameter) {
        var end = parameter.indexOf('=');
        return end < 0 ? parameter : parameter.substring(0, end);
    }
}
