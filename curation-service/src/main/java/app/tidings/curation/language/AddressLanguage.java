package app.tidings.curation.language;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language that an address promises of its page, as a primary subtag of BCP 47: by a language tag in it, by a place where
 * people write in one language, or by its country. No more than a claim, for pages that cannot be read. Pure.
 */
public final class AddressLanguage {

    private static final String LANGUAGE = "(zh|en|ja|ko|de|fr|es|ru|pt)(?:[-_](?:hans|hant|[a-z]{2}))?";

    /** The first part of a host's name, if more than a site's name follows. */
    private static final Pattern HOST = Pattern.compile("^%s(?=\\.[^.]+\\.)".formatted(LANGUAGE));

    /** A part of the path, or the end of a file's name, as in {@code README_zh-CN.md}. */
    private static final Pattern PATH =
            Pattern.compile("(?<=/)%1$s(?=/|$)|(?<=\\w[-_.])%1$s(?=\\.[a-z]{2,5}$)".formatted(LANGUAGE));

    private static final Pattern QUERY =
            Pattern.compile("(?:^|&)(?:lang|language|locale|hl)=%s(?=&|$)".formatted(LANGUAGE));

    private static final Map<String, List<String>> PLACES = Map.of(
            "zh",
            List.of(
                    "cnblogs.com",
                    "csdn.net",
                    "zhihu.com",
                    "segmentfault.com",
                    "v2ex.com",
                    "jianshu.com",
                    "oschina.net",
                    "bilibili.com",
                    "weixin.qq.com",
                    "sspai.com",
                    "163.com",
                    "douban.com",
                    "yuque.com",
                    "36kr.com",
                    "xiaoyuzhoufm.com",
                    "ximalaya.com",
                    "51cto.com",
                    "huxiu.com",
                    "weibo.com"),
            "en",
            List.of(
                    "reddit.com",
                    "dev.to",
                    "medium.com",
                    "substack.com",
                    "news.ycombinator.com",
                    "lobste.rs",
                    "slashdot.org",
                    "lwn.net",
                    "arxiv.org",
                    "stackoverflow.com",
                    "stackexchange.com",
                    "python.org",
                    "pypi.org",
                    "hackernoon.com",
                    "freecodecamp.org",
                    "infoq.com",
                    "edx.org",
                    "coursera.org",
                    "thenewstack.io",
                    "techcrunch.com",
                    "arstechnica.com"));

    private static final Map<String, String> COUNTRIES =
            Map.of("cn", "zh", "tw", "zh", "hk", "zh", "jp", "ja", "kr", "ko");

    private AddressLanguage() {}

    /** The language; empty where the address promises none. */
    public static Optional<String> of(URI url) {
        var host = Objects.requireNonNullElse(url.getHost(), "").toLowerCase(Locale.ROOT);
        var path = Objects.requireNonNullElse(url.getRawPath(), "").toLowerCase(Locale.ROOT);
        var query = Objects.requireNonNullElse(url.getRawQuery(), "").toLowerCase(Locale.ROOT);
        return Stream.<Supplier<Optional<String>>>of(
                        () -> found(QUERY, query),
                        () -> found(PATH, path),
                        () -> found(HOST, host),
                        () -> place(host),
                        () -> Optional.ofNullable(COUNTRIES.get(host.substring(host.lastIndexOf('.') + 1))))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> found(Pattern pattern, String in) {
        return pattern.matcher(in)
                .results()
                .map(match -> match.groupCount() > 1 && match.group(1) == null ? match.group(2) : match.group(1))
                .findFirst();
    }

    private static Optional<String> place(String host) {
        return PLACES.entrySet().stream()
                .filter(each ->
                        each.getValue().stream().anyMatch(place -> host.equals(place) || host.endsWith("." + place)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
