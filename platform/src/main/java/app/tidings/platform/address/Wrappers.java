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

    private static final String ANY = "*";

    /**
     * A page that leads on.
     *
     * @param host without {@code www.}; with a dot in front, any name below it
     * @param path {@link #ANY} for all paths
     * @param parameter the one that holds the address
     */
    private record Wrapper(String host, String path, String parameter) {

        /** Reads one that is written as host, path and parameter with spaces between. */
        static Wrapper of(String line) {
            var parts = line.split(" ", -1);
            return new Wrapper(parts[0], parts[1], parts[2]);
        }

        boolean covers(String name, String shownPath) {
            return (host.startsWith(".") ? name.endsWith(host) : name.equals(host))
                    && (path.equals(ANY) || path.equals(shownPath));
        }
    }

    private static final List<Wrapper> WRAPPERS = """
            l.facebook.com /l.php u
            lm.facebook.com /l.php u
            facebook.com /l.php u
            l.instagram.com * u
            l.messenger.com /l.php u
            l.threads.net * u
            l.threads.com * u
            t.umblr.com /redirect z
            out.reddit.com * url
            youtube.com /redirect q
            steamcommunity.com /linkfilter url
            steamcommunity.com /linkfilter u
            linkedin.com /redir/redirect url
            linkedin.com /safety/go url
            slack-redir.net /link url
            .safelinks.protection.outlook.com * url
            vk.com /away.php to
            duckduckgo.com /l uddg
            t.me /iv url
            exit.sc * url
            medium.com /r url
            getpocket.com /redirect url
            pixiv.net /jump.php url
            googleweblight.com * lite_url
            link.zhihu.com * target
            link.juejin.cn * target
            link.juejin.im * target
            weibo.cn /sinaurl u
            weibo.cn /sinaurl toasturl
            weibo.com /sinaurl u
            douban.com /link2 url
            jianshu.com /go-wild url
            links.jianshu.com /go to
            link.jianshu.com * t
            link.csdn.net * target
            gitee.com /link target
            oschina.net /action/GoToLink url
            sspai.com /link target
            infoq.cn /link target
            xie.infoq.cn /link target
            yuque.com /r/goto url
            leetcode.cn /link target
            afdian.net /link target
            afdian.com /link target
            ifdian.net /link target
            hellogithub.com /periodical/statistics/click target
            cloud.tencent.com /developer/tools/blog-entry target
            link.ld246.com /forward goto
            hd.nowcoder.com /link.html target
            c.pc.qq.com /middlem.html pfurl
            c.pc.qq.com /middleb.html pfurl
            docs.qq.com /scenario/link.html url
            mp.weixinbridge.com /mp/wapredirect url
            kookapp.cn /go-wild.html url
            """.lines().map(Wrapper::of).toList();

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
