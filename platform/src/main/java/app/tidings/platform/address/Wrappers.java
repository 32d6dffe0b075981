package app.tidings.platform.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages that only lead on to the address in their own address: warnings before a reader leaves a site, counters of clicks,
 * and caches of AMP pages. They are undone without asking anybody.
 */
final class Wrappers {

    private static final String ANY = "*";

    /** The parameter of those that have the address for their whole query. */
    private static final String WHOLE = "?";

    /**
     * A page that leads on.
     *
     * @param host without {@code www.}; with a dot in front, any name below it
     * @param path {@link #ANY} for all paths
     * @param parameter the one that holds the address, or {@link #WHOLE}
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
            facebook.com /flx/warn u
            l.instagram.com * u
            instagram.com /linkshim u
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
            gate.sc * url
            go.bsky.app /redirect u
            search.app / link
            evernote.com /OutboundRedirect.action dest
            curseforge.com /linkout remoteUrl
            click.linksynergy.com /deeplink murl
            awin1.com /cread.php ued
            go.skimresources.com * url
            redirect.viglink.com * u
            href.li / ?
            anonym.to / ?
            deviantart.com /users/outgoing ?
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
            link.gitcode.com * target
            blog.51cto.com /transfer ?
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
            c.pc.qq.com * pfurl
            c.pc.qq.com * url
            docs.qq.com /scenario/link.html url
            docs.qq.com /scenario/link.html u
            developers.weixin.qq.com /community/middlepage/href href
            developer.aliyun.com /redirect target
            link.wtturl.cn * target
            shimo.im /outlink/gray url
            shimo.im /outlink/black url
            app.yinxiang.com /OutboundRedirect.action dest
            tieba.baidu.com /mo/q/checkurl url
            nodeseek.com /jump to
            coolapk.com /link url
            chinaz.com /go.shtml url
            gcores.com /link target
            game.bilibili.com /linkfilter url
            mp.weixinbridge.com /mp/wapredirect url
            kookapp.cn /go-wild.html url
            """.lines().map(Wrapper::of).toList();

    private static final Pattern GOOGLE = Pattern.compile("google\\.(?:[a-z]{2,3}|com?\\.[a-z]{2})");

    private static final List<Wrapper> OF_GOOGLE =
            List.of(new Wrapper("google", "/url", "q"), new Wrapper("google", "/url", "url"));

    /** AMP viewers: the address without its scheme behind a path that says whether it is https. */
    private static final Pattern VIEWER = Pattern.compile("/amp/(s/)?([^/]+\\..+)");

    private static final Pattern CACHE = Pattern.compile("/(?:c|v|wp/c)/(s/)?([^/]+\\..+)");

    /** What Amazon's mail service makes of the links in a mail, at its own hosts and at those of its customers. */
    private static final Pattern MAILED = Pattern.compile("/C?L0/(https?:[^/]+)/\\d+/.+");

    private static final Pattern OUTGOING = Pattern.compile("/v1/[0-9a-f]{64}/(https?(?:%3A|:).+)");
    private static final Set<String> OF_OUTGOING =
            Set.of("outgoing.prod.mozaws.net", "prod.outgoing.prod.webservices.mozgcp.net");

    private Wrappers() {}

    /** Where the address leads, if it says so itself. */
    static Optional<HttpUrl> unwrapped(HttpUrl url) {
        return Optional.ofNullable(next(url));
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
        var mailed = within(OF_OUTGOING.contains(name) ? OUTGOING : MAILED, url);
        if (mailed != null || url.query() == null) {
            return mailed;
        }
        return target(google ? OF_GOOGLE : WRAPPERS, google ? "google" : name, url);
    }

    private static @Nullable HttpUrl within(Pattern pattern, HttpUrl url) {
        var matcher = pattern.matcher(Percent.normalized(url.path()));
        return matcher.matches() ? read(Percent.decoded(matcher.group(1))) : null;
    }

    private static @Nullable HttpUrl behind(Pattern pattern, HttpUrl url) {
        var matcher = pattern.matcher(Percent.normalized(url.path()));
        if (!matcher.matches()) {
            return null;
        }
        var query = url.query() == null ? "" : "?" + url.query();
        return read((matcher.group(1) == null ? "http://" : "https://") + matcher.group(2) + query);
    }

    private static @Nullable HttpUrl target(List<Wrapper> wrappers, String name, HttpUrl url) {
        var shown = Percent.normalized(url.path());
        var path = shown.length() > 1 && shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
        for (var wrapper : wrappers) {
            var value = wrapper.covers(name, path) ? value(url, wrapper) : null;
            var target = value == null ? null : read(value);
            if (target != null) {
                return target;
            }
        }
        return null;
    }

    private static @Nullable String value(HttpUrl url, Wrapper wrapper) {
        var query = String.valueOf(url.query());
        if (wrapper.parameter().equals(WHOLE)) {
            var whole = Percent.normalized(url.fragment() == null ? query : query + "#" + url.fragment());
            return plain(whole);
        }
        for (var each : query.split("&", -1)) {
            if (each.startsWith(wrapper.parameter() + "=")) {
                return plain(Percent.decoded(each.substring(wrapper.parameter().length() + 1)));
            }
        }
        return null;
    }

    private static String plain(String address) {
        return address.regionMatches(true, 0, "http%3a", 0, 7) || address.regionMatches(true, 0, "https%3a", 0, 8)
                ? Percent.decoded(address)
                : address;
    }

    private static @Nullable HttpUrl read(String text) {
        return HttpUrl.parse(text) instanceof HttpUrl.Parsed.Good(var url) ? url : null;
    }
}
