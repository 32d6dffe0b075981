package app.tidings.platform.address;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages that only lead on to the address in their own address: warnings before a reader leaves a site, counters of clicks,
 * and caches of AMP pages. They are undone without asking anybody.
 */
final class Wrappers {

    /** How many wrappers in each other are undone. */
    private static final int MAX_DEPTH = 5;

    private static final String ANY = "";

    /**
     * A page that leads on.
     *
     * @param host without {@code www.}; with a dot in front, any name below it
     * @param path {@link #ANY} for all paths
     * @param parameter the one that holds the address
     */
    private record Wrapper(String host, String path, String parameter) {

        boolean covers(String name, String shownPath) {
            return (host.startsWith(".") ? name.endsWith(host) : name.equals(host))
                    && (path.equals(ANY) || path.equals(shownPath));
        }
    }

    private static final List<Wrapper> WRAPPERS = List.of(
            new Wrapper("l.facebook.com", "/l.php", "u"),
            new Wrapper("lm.facebook.com", "/l.php", "u"),
            new Wrapper("facebook.com", "/l.php", "u"),
            new Wrapper("l.instagram.com", ANY, "u"),
            new Wrapper("l.messenger.com", "/l.php", "u"),
            new Wrapper("l.threads.net", ANY, "u"),
            new Wrapper("l.threads.com", ANY, "u"),
            new Wrapper("t.umblr.com", "/redirect", "z"),
            new Wrapper("out.reddit.com", ANY, "url"),
            new Wrapper("youtube.com", "/redirect", "q"),
            new Wrapper("steamcommunity.com", "/linkfilter", "url"),
            new Wrapper("steamcommunity.com", "/linkfilter", "u"),
            new Wrapper("linkedin.com", "/redir/redirect", "url"),
            new Wrapper("linkedin.com", "/safety/go", "url"),
            new Wrapper("slack-redir.net", "/link", "url"),
            new Wrapper(".safelinks.protection.outlook.com", ANY, "url"),
            new Wrapper("vk.com", "/away.php", "to"),
            new Wrapper("duckduckgo.com", "/l", "uddg"),
            new Wrapper("t.me", "/iv", "url"),
            new Wrapper("exit.sc", ANY, "url"),
            new Wrapper("medium.com", "/r", "url"),
            new Wrapper("getpocket.com", "/redirect", "url"),
            new Wrapper("pixiv.net", "/jump.php", "url"),
            new Wrapper("googleweblight.com", ANY, "lite_url"),
            new Wrapper("link.zhihu.com", ANY, "target"),
            new Wrapper("link.juejin.cn", ANY, "target"),
            new Wrapper("link.juejin.im", ANY, "target"),
            new Wrapper("weibo.cn", "/sinaurl", "u"),
            new Wrapper("weibo.cn", "/sinaurl", "toasturl"),
            new Wrapper("weibo.com", "/sinaurl", "u"),
            new Wrapper("douban.com", "/link2", "url"),
            new Wrapper("jianshu.com", "/go-wild", "url"),
            new Wrapper("links.jianshu.com", "/go", "to"),
            new Wrapper("link.jianshu.com", ANY, "t"),
            new Wrapper("link.csdn.net", ANY, "target"),
            new Wrapper("gitee.com", "/link", "target"),
            new Wrapper("oschina.net", "/action/GoToLink", "url"),
            new Wrapper("sspai.com", "/link", "target"),
            new Wrapper("infoq.cn", "/link", "target"),
            new Wrapper("xie.infoq.cn", "/link", "target"),
            new Wrapper("yuque.com", "/r/goto", "url"),
            new Wrapper("leetcode.cn", "/link", "target"),
            new Wrapper("afdian.net", "/link", "target"),
            new Wrapper("afdian.com", "/link", "target"),
            new Wrapper("ifdian.net", "/link", "target"),
            new Wrapper("hellogithub.com", "/periodical/statistics/click", "target"),
            new Wrapper("cloud.tencent.com", "/developer/tools/blog-entry", "target"),
            new Wrapper("link.ld246.com", "/forward", "goto"),
            new Wrapper("hd.nowcoder.com", "/link.html", "target"),
            new Wrapper("c.pc.qq.com", "/middlem.html", "pfurl"),
            new Wrapper("c.pc.qq.com", "/middleb.html", "pfurl"),
            new Wrapper("docs.qq.com", "/scenario/link.html", "url"),
            new Wrapper("mp.weixinbridge.com", "/mp/wapredirect", "url"),
            new Wrapper("kookapp.cn", "/go-wild.html", "url"));

    private static final Pattern GOOGLE = Pattern.compile("google\\.(?:[a-z]{2,3}|com?\\.[a-z]{2})");

    private static final List<Wrapper> OF_GOOGLE =
            List.of(new Wrapper("google", "/url", "q"), new Wrapper("google", "/url", "url"));

    /** AMP viewers: the address without its scheme behind a path that says whether it is https. */
    private static final Pattern VIEWER = Pattern.compile("/amp/(s/)?([^/]+\\..+)");

    private static final Pattern CACHE = Pattern.compile("/(?:c|v|wp/c)/(s/)?([^/]+\\..+)");

    private Wrappers() {}

    /** Where the address leads in the end, as far as it says so itself. */
    static HttpUrl unwrapped(HttpUrl url) {
        var inner = url;
        for (var depth = 0; depth < MAX_DEPTH; depth++) {
            var next = next(inner);
            if (next == null) {
                return inner;
            }
            inner = next;
        }
        return inner;
    }

    private static @Nullable HttpUrl next(HttpUrl url) {
        var host = url.host().name();
        var name = host.startsWith("www.") ? host.substring(4) : host;
        if (name.equals("cdn.ampproject.org") || name.endsWith(".cdn.ampproject.org")) {
            return behind(CACHE, url);
        }
        var google = GOOGLE.matcher(name).matches();
        if (google || name.equals("bing.com")) {
            var page = behind(VIEWER, url);
            if (page != null) {
                return page;
            }
        }
        return url.query() == null ? null : target(google ? OF_GOOGLE : WRAPPERS, google ? "google" : name, url);
    }

    private static @Nullable HttpUrl behind(Pattern pattern, HttpUrl url) {
        var matcher = pattern.matcher(url.path());
        if (!matcher.matches()) {
            return null;
        }
        var query = url.query() == null ? "" : "?" + url.query();
        return read((matcher.group(1) == null ? "http://" : "https://") + matcher.group(2) + query);
    }

    private static @Nullable HttpUrl target(List<Wrapper> wrappers, String name, HttpUrl url) {
        var path = url.path().length() > 1 && url.path().endsWith("/")
                ? url.path().substring(0, url.path().length() - 1)
                : url.path();
        for (var wrapper : wrappers) {
            var value = wrapper.covers(name, path) ? value(url, wrapper.parameter()) : null;
            var target = value == null ? null : read(value);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    private static @Nullable String value(HttpUrl url, String parameter) {
        for (var each : String.valueOf(url.query()).split("&", -1)) {
            if (each.startsWith(parameter + "=")) {
                var value = Percent.decoded(each.substring(parameter.length() + 1));
                return value.regionMatches(true, 0, "http%3a", 0, 7) || value.regionMatches(true, 0, "https%3a", 0, 8)
                        ? Percent.decoded(value)
                        : value;
            }
        }
        return null;
    }

    private static @Nullable HttpUrl read(String text) {
        return HttpUrl.parse(text) instanceof HttpUrl.Parsed.Good(var url) ? url : null;
    }
}
