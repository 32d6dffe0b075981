package app.tidings.curation.enrich;

import app.tidings.curation.item.Kind;
import app.tidings.curation.page.trait.Traits;
import app.tidings.curation.repository.host.RepositoryAddress;
import app.tidings.curation.repository.host.RepositoryHost;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What a page is: by the address at which it was found first, by what it says of itself second, by the address that was asked
 * third. The rules are asked in order.
 */
public final class DetectKind implements Enricher {

    private static final List<RepositoryHost> HOSTS = RepositoryHost.publicOnes();

    private static final String FORGES = "(github|gitlab|gitee|bitbucket)\\.com|codeberg\\.org|git\\.sr\\.ht";

    /** What is known by the name of its host, or of its host and its place there. */
    private static final List<Rule> PLACES = List.of(
            at(Kind.DISCUSSION, FORGES, "/[^/]+/[^/]+(/-)?/(issues|pulls?|discussions|merge_requests)(/.*)?"),
            at(Kind.SPECIFICATION, FORGES, "/[^/]+/(rfcs?|peps|enhancements|proposals)/blob/.+"),
            at(Kind.DISCUSSION, "gitlab\\.com", "/.+/-/(issues|merge_requests|work_items)(/.*)?"),
            new Rule(Kind.PROJECT, (address, _) -> isRepository(address)),
            at(Kind.PROJECT, "bitbucket\\.org|git\\.sr\\.ht", "/[^/]+/[^/]+/?"),
            at(Kind.PROJECT, "pypi\\.org", "/project/.+"),
            at(Kind.PROJECT, "(www\\.)?npmjs\\.com", "/package/.+"),
            at(Kind.PROJECT, "crates\\.io", "/crates/.+"),
            at(Kind.SPECIFICATION, "((peps|www)\\.)?python\\.org", "(/dev/peps)?/pep-\\d+.*"),
            at(
                    Kind.SPECIFICATION,
                    "(www\\.)?rfc-editor\\.org|(datatracker|tools)\\.ietf\\.org",
                    ".*/(rfc\\d+|draft-).*"),
            at(Kind.SPECIFICATION, "(www\\.)?w3\\.org", "/TR/.+"),
            at(Kind.SPECIFICATION, ".+\\.spec\\.whatwg\\.org|tc39\\.es|eips\\.ethereum\\.org", "/.*"),
            at(Kind.SPECIFICATION, "openjdk\\.(org|java\\.net)", "/jeps/\\d+.*"),
            at(Kind.SPECIFICATION, "rust-lang\\.github\\.io|wiki\\.php\\.net", "/rfcs?/.+"),
            at(Kind.PAPER, "(.+\\.)?arxiv\\.org|ar5iv\\..+", "/(abs|pdf|html|format)/.+"),
            at(Kind.PAPER, "openreview\\.net", "/(forum|pdf)"),
            at(Kind.PAPER, "aclanthology\\.org", "/[^/]*\\d[^/]*(/|\\.pdf)?"),
            at(Kind.PAPER, "(dx\\.)?doi\\.org", "/10\\..+"),
            at(Kind.PAPER, ".+", "/doi/((abs|full|pdf|epdf)/)?10\\..+"),
            at(Kind.PAPER, "ieeexplore\\.ieee\\.org", "/(document|abstract/document)/.+"),
            at(Kind.PAPER, "link\\.springer\\.com", "/(article|chapter)/.+"),
            at(Kind.PAPER, "(www\\.)?sciencedirect\\.com", "/science/article/.+"),
            at(
                    Kind.PAPER,
                    "(proceedings|papers)\\..+|openaccess\\.thecvf\\.com",
                    "/(paper|paper_files|v\\d+|content).*/.+"),
            at(Kind.PAPER, "www\\.(bio|med)rxiv\\.org", "/content/.+"),
            at(Kind.PAPER, "huggingface\\.co|(www\\.)?jmlr\\.org|(www\\.)?semanticscholar\\.org", "/papers?/.+"),
            at(Kind.DISCUSSION, "news\\.ycombinator\\.com", "/item"),
            at(
                    Kind.DISCUSSION,
                    "(.+\\.)?(reddit\\.com|v2ex\\.com|lobste\\.rs|linux\\.do)",
                    "/(r/[^/]+/comments|t|s)/.+"),
            at(Kind.DISCUSSION, "(.+\\.)?(stackoverflow|stackexchange|segmentfault|zhihu)\\.com", "/(questions?|q)/.+"),
            at(Kind.DISCUSSION, "(discuss|discussions|forums?|community|bbs)\\..+", "/.+"),
            at(Kind.DISCUSSION, "groups\\.google\\.com|mail\\.python\\.org|lists\\..+", "/(g|archives|a)/.+"),
            at(Kind.VIDEO, "(.+\\.)?youtube\\.com|youtu\\.be|(player\\.)?vimeo\\.com", "/.+"),
            at(Kind.VIDEO, "(.+\\.)?bilibili\\.com", "/(video|bangumi|list|festival)/.+"),
            at(Kind.VIDEO, "v\\.(youku|qq)\\.com|(www\\.)?(ixigua|douyin|dailymotion)\\.com", "/.+"),
            at(Kind.VIDEO, "(www\\.)?(ted\\.com|infoq\\.com|infoq\\.cn)", "/(talks|presentations|video)/.+"),
            at(Kind.VIDEO, "(www\\.)?pyvideo\\.org|media\\.ccc\\.de", "/.+/.+|/v/.+"),
            at(Kind.PODCAST, "(www\\.)?xiaoyuzhoufm\\.com|podcasts?\\..+|overcast\\.fm|pca\\.st", "/.+"),
            at(Kind.PODCAST, "open\\.spotify\\.com", "(/intl-\\w+)?/(episode|show)/.+"),
            at(Kind.PODCAST, "(www\\.)?(ximalaya|lizhi|castbox|podbean)\\.(com|fm)", "/.+"),
            at(Kind.PODCAST, ".+", "/(podcasts?|episodes?)/.+"),
            at(Kind.AUDIO, "(.+\\.)?(soundcloud|spotify|bandcamp)\\.com", "/.+"),
            at(Kind.VIDEO, ".+", "(?i).+\\.(mp4|webm|m4v|mov)"),
            at(Kind.PODCAST, ".+", "(?i).+\\.(mp3|m4a|ogg|opus)"),
            at(Kind.PDF, ".+", "(?i).+\\.pdf"));

    /** What a page calls itself, where its address does not tell. */
    private static final List<Rule> WORDS = List.of(
            named(Kind.PODCAST, "(podcast|radio)episode"),
            new Rule(Kind.PAPER, (_, traits) -> traits.paper()),
            named(Kind.PAPER, "scholarlyarticle"),
            named(Kind.DISCUSSION, "discussionforumposting|qapage"),
            // many an article holds a film, is read out, or is about a program
            named(Kind.ARTICLE, "(news|tech|blog)?(article|posting)"),
            named(Kind.PROJECT, "software.*"),
            named(Kind.VIDEO, "video.*"),
            named(Kind.AUDIO, "(music|audio|podcast).*"));

    /** A kind, and when a page is of it. */
    private record Rule(Kind kind, BiPredicate<URI, Traits> applies) {}

    @Override
    public void enrich(Draft draft) {
        var traits = draft.metadata().traits();
        var stated = draft.item().sighted().length();
        draft.kind(Optional.of(of(draft.address(), traits))
                .filter(found -> found != Kind.ARTICLE)
                .or(() -> first(PLACES, draft.item().url(), traits))
                .or(() -> draft.isPdf() ? Optional.of(Kind.PDF) : Optional.empty())
                .or(() -> stated.map(_ -> Kind.PODCAST)) // only for recordings do feeds say how long they are
                .orElse(Kind.ARTICLE));
        Optional.ofNullable(traits.length()).or(() -> stated).ifPresent(draft::length);
        if (draft.kind() == Kind.DISCUSSION && traits.answers() != null) {
            draft.answers(traits.answers());
        }
    }

    /** What is at the address, where the page says that of itself; an article where no rule says otherwise. */
    public static Kind of(URI address, Traits traits) {
        return first(PLACES, address, traits)
                .or(() -> first(WORDS, address, traits))
                .orElse(Kind.ARTICLE);
    }

    private static boolean isRepository(URI address) {
        return HOSTS.stream().flatMap(host -> host.read(address).stream()).anyMatch(RepositoryAddress::home);
    }

    private static Optional<Kind> first(List<Rule> rules, URI address, Traits traits) {
        return rules.stream()
                .filter(rule -> rule.applies().test(address, traits))
                .map(Rule::kind)
                .findFirst();
    }

    private static Rule at(Kind kind, String host, String path) {
        var hosts = Pattern.compile(host);
        var paths = Pattern.compile(path);
        return new Rule(
                kind,
                (address, _) -> hosts.matcher(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT))
                                .matches()
                        && paths.matcher(Objects.requireNonNullElse(address.getPath(), ""))
                                .matches());
    }

    private static Rule named(Kind kind, String type) {
        var types = Pattern.compile(type);
        return new Rule(
                kind,
                (_, traits) -> traits.types().stream()
                        .anyMatch(each -> types.matcher(each).matches()));
    }
}
