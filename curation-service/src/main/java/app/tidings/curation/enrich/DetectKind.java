package app.tidings.curation.enrich;

import app.tidings.curation.item.Kind;
import app.tidings.curation.repository.host.RepositoryAddress;
import app.tidings.curation.repository.host.RepositoryHost;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What a page is, by its address first and by its own claim second. The rules are asked in order. */
public final class DetectKind implements Enricher {

    private static final List<RepositoryHost> HOSTS = RepositoryHost.publicOnes();

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Kind.DISCUSSION,
                    at(
                            "github\\.com|gitlab\\.com|gitee\\.com|codeberg\\.org",
                            "/[^/]+/[^/]+(/-)?/(issues|pulls?|discussions|merge_requests)(/.*)?")),
            new Rule(Kind.DISCUSSION, at("gitlab\\.com", "/.+/-/(issues|merge_requests|work_items)(/.*)?")),
            new Rule(Kind.PROJECT, (address, _) -> isRepository(address)),
            new Rule(Kind.PROJECT, at("bitbucket\\.org|git\\.sr\\.ht", "/[^/]+/[^/]+/?")),
            new Rule(Kind.PROJECT, (_, type) -> type.startsWith("software")),
            new Rule(Kind.DISCUSSION, at("news\\.ycombinator\\.com", "/item.*")),
            new Rule(
                    Kind.DISCUSSION, at("(.+\\.)?(reddit\\.com|v2ex\\.com|lobste\\.rs)", "/(r/[^/]+/comments|t|s)/.+")),
            new Rule(
                    Kind.DISCUSSION,
                    at("(.+\\.)?(stackoverflow|stackexchange|segmentfault|zhihu)\\.com", "/(questions?|q)/.+")),
            new Rule(Kind.DISCUSSION, at("(discuss|forum|forums|community|bbs)\\..+", "/.+")),
            new Rule(Kind.DISCUSSION, (_, type) -> type.equals("discussionforumposting") || type.equals("qapage")),
            new Rule(
                    Kind.AUDIO,
                    at(
                            "(.+\\.)?(youtube\\.com|youtu\\.be|bilibili\\.com|vimeo\\.com|soundcloud\\.com|xiaoyuzhoufm\\.com"
                                    + "|ximalaya\\.com|spotify\\.com|podcasts\\.apple\\.com)",
                            "/.+")),
            new Rule(Kind.AUDIO, (_, type) -> type.matches("(video|music|audio|podcast).*")));

    /** A kind, and when a page is of it. */
    private record Rule(Kind kind, BiPredicate<URI, String> applies) {}

    @Override
    public void enrich(Draft draft) {
        var type = draft.metadata().type();
        draft.kind(of(draft.address(), type == null ? "" : type));
    }

    /** What is at the address, where the page calls itself {@code type}; an article where no rule says otherwise. */
    public static Kind of(URI address, String type) {
        return RULES.stream()
                .filter(rule -> rule.applies().test(address, type))
                .map(Rule::kind)
                .findFirst()
                .orElse(Kind.ARTICLE);
    }

    private static boolean isRepository(URI address) {
        return HOSTS.stream().flatMap(host -> host.read(address).stream()).anyMatch(RepositoryAddress::home);
    }

    private static BiPredicate<URI, String> at(String host, String path) {
        var hosts = Pattern.compile(host);
        var paths = Pattern.compile(path);
        return (address, _) ->
                hosts.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches()
                        && paths.matcher(address.getPath()).matches();
    }
}
