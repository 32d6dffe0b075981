package app.tidings.platform.address;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Query parameters that tell where a reader came from and never which page it is. A name that some site could use for the
 * page itself is listed for the sites that are known not to.
 */
final class TrackingParameters {

    private record Rule(Predicate<HttpUrl> where, Set<String> names) {}

    private static final List<Rule> RULES = List.of(
            everywhere(
                    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "ttclid"),
            everywhere("twclid", "srsltid", "igshid", "mc_cid", "mc_eid", "mkt_tok", "spm", "_openstat", "wickedid"),
            everywhere("_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking", "vero_id", "vero_conv"),
            everywhere("oly_anon_id", "oly_enc_id", "ml_subscriber", "ml_subscriber_hash"),
            everywhere("pk_campaign", "pk_kwd", "mtm_campaign", "mtm_kwd", "mtm_source", "mtm_medium"),
            on(
                    "mp.weixin.qq.com",
                    "from",
                    "isappinstalled",
                    "scene",
                    "subscene",
                    "ascene",
                    "chksm",
                    "srcid",
                    "mpshare"),
            on("mp.weixin.qq.com", "sharer_shareid", "sharer_sharetime", "clicktime", "enterid", "sessionid"),
            on("mp.weixin.qq.com", "pass_ticket", "wx_header", "devicetype", "nettype", "exportkey", "key", "uin"),
            on("juejin.cn", "share_token"),
            on("toutiao.com", "share_token"),
            on("csdn.net", "ops_request_misc", "request_id", "biz_id"),
            on("bilibili.com", "spm_id_from", "from_spmid", "vd_source", "unique_k", "share_source", "share_medium"),
            on("bilibili.com", "share_plat", "share_session_id", "share_tag", "share_from", "share_times", "buvid"),
            on("youtube.com", "si", "feature", "pp", "ab_channel"),
            on("youtu.be", "si", "feature"),
            on("instagram.com", "igsh"),
            on("medium.com", "source"),
            on("substack.com", "r", "triedredirect", "showwelcomeonshare", "isfreemail"),
            onPostsOf("x.com", "s", "t", "ref_src", "ref_url"),
            onPostsOf("twitter.com", "s", "t", "ref_src", "ref_url"));

    private TrackingParameters() {}

    /** Whether the parameter, {@code name=value} with normalised escapes, says nothing about the page. */
    static boolean contains(HttpUrl url, String parameter) {
        var end = parameter.indexOf('=');
        var name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_")
                || RULES.stream()
                        .anyMatch(rule ->
                                rule.names().contains(name) && rule.where().test(url));
    }

    private static Rule everywhere(String... names) {
        return new Rule(_ -> true, Set.of(names));
    }

    private static Rule on(String site, String... names) {
        return new Rule(url -> isOf(url, site), Set.of(names));
    }

    private static Rule onPostsOf(String site, String... names) {
        return new Rule(url -> isOf(url, site) && url.path().contains("/status/"), Set.of(names));
    }

    private static boolean isOf(HttpUrl url, String site) {
        var host = url.host().name();
        return host.equals(site) || host.endsWith("." + site);
    }
}
