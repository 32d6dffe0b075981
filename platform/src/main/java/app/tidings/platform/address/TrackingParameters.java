package app.tidings.platform.address;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Query parameters that tell where a reader came from and never which page it is. A name that some site could use for the
 * page itself is listed for the sites that are known not to.
 */
final class TrackingParameters {

    private record Rule(Predicate<HttpUrl> where, Set<String> names) {}

    private static final List<String> PREFIXES =
            List.of("utm_", "depth_1-utm_", "mtm_", "hsa_", "oft_", "itm_", "hmb_");

    private static final Set<String> EVERYWHERE = names(
            "fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ysclid ymclid ttclid twclid",
            "li_fat_id igshid srsltid rb_clickid irclickid cjevent epik sscid s_kwcid ef_id s_cid tblci dicbo vgo_ee",
            "fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map action_ref_map",
            "_ga _gl _openstat _kx _bta_tid _branch_match_id _branch_referrer __s __twitter_impression echobox xtor spm",
            "_hsenc _hsmi __hstc __hssc __hsfp hsctatracking hss_channel mkt_tok mc_cid mc_eid mc_tc wickedid",
            "vero_id vero_conv oly_anon_id oly_enc_id ml_subscriber ml_subscriber_hash ck_subscriber_id bsft_clkid bsft_uid",
            "elqtrackid elqtrack elqaid elqat dm_i et_rid sfmc_id sfmc_activityid sc_customer sc_eh sc_uid bbeml ss_email_id",
            "pk_campaign pk_kwd pk_cid pk_source pk_medium piwik_campaign piwik_kwd ga_source ga_medium ga_campaign",
            "ga_content ga_term wt_mc wt_zmc wtrid wt.mc_id cmpid tracking_source guccounter guce_referrer",
            "guce_referrer_sig at_recipient_id at_recipient_list at_medium at_campaign at_link_id at_link_type",
            "at_link_origin at_format at_ptr_name at_bbc_team unicorn_click_id _bhlid",
            "hmsr hmpl hmcu hmkw hmci bd_vid qhclickid tdsourcetag ivk_sa isappinstalled nsukey ref_src ref_url amp_js_v amp_gsa usqp aoh",
            "jsessionid phpsessid");

    /** Who leads readers on, where a site names that in a parameter such as {@code from=rss}. */
    private static final Set<String> REFERRING = names("ref ref_ referrer referer source src from via f");

    private static final Set<String> FEEDS = names(
            "rss atom feed feeds rss_feed rssfeed rss-feed feedburner newsletter timeline singlemessage groupmessage");

    private static final Set<String> CHANNELS = names(
            "hn hackernews hacker-news ycombinator lobsters reddit twitter facebook linkedin producthunt product_hunt weibo",
            "wechat weixin telegram email mail rss atom feed newsletter weekly digest");

    private static final Pattern SITE_NAME = Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z]{2,}");

    /** Here {@code ref} is a branch. */
    private static final Set<String> OF_CODE =
            names("github.com gitlab.com gitee.com bitbucket.org codeberg.org githubusercontent.com");

    /** Blogger's pages, and what at other hosts has the form of its posts. */
    private static final Pattern BLOGGER =
            Pattern.compile("[^/]+\\.blogspot\\.[a-z.]+/.*|[^/]+/\\d{4}/(?:0[1-9]|1[0-2])/[^/]+\\.html");

    private static final Set<String> OF_DEVICES = Set.of("m=0", "m=1");

    private static final List<Rule> RULES = List.of(
            on(
                    "mp.weixin.qq.com",
                    "from scene subscene ascene chksm srcid mpshare sharer_shareid sharer_sharetime clicktime enterid",
                    "sessionid pass_ticket wx_header devicetype nettype exportkey key uin version lang rd poc_token",
                    "xtrack realreporttime forceh5 version acctmode sharer_shareinfo sharer_shareinfo_first"),
            on("juejin.cn", "share_token from searchid"),
            on("toutiao.com", "share_token app timestamp share_uid tt_from group_id wxshare_count req_id req_id_new"),
            on("csdn.net", "ops_request_misc request_id biz_id ydreferer sharesource sharetype sharerefer sharewx"),
            on("zhihu.com", "share_code s_r s_s_i hb_wx_block wechatshare"),
            on("weibo.com", "refer_flag wvr sudaref display retcode"),
            on("weibo.cn", "refer_flag wvr sudaref display retcode wm sourcetype jumpfrom featurecode lfid luicode"),
            on("douban.com", "dt_dapp dt_platform _i _dtcc _spm_id"),
            on(
                    "bilibili.com",
                    "spm_id_from from_spmid vd_source unique_k share_source share_medium share_plat share_session_id",
                    "share_tag share_from share_times buvid from_source seid msource refer_from plat_id is_story_h5 up_id",
                    "timestamp bbid ts callback from"),
            on("xiaohongshu.com", "xhsshare appuid apptime share_id author_share app_platform"),
            on("taobao.com", "scm pvid ut_sk sourcetype suid app un share_crt_v sp_tk cpp shareurl short_name"),
            on("aliyun.com", "scm source_type usercode"),
            on("tencent.com", "fromsource policyid from_column"),
            on("163.com", "spss spssid spsw spsnuid isfromh5"),
            on("youtube.com", "si feature pp ab_channel kw"),
            on("youtu.be", "si feature"),
            on("spotify.com", "si nd dl_branch context"),
            on("apple.com", "uo ct at mt itsct itscg ls"),
            on("instagram.com", "igsh img_index"),
            on("facebook.com", "__tn__ mibextid rdid sfnsn hc_location fref paipv eav _rdr _rdc wtsid refsrc"),
            on("reddit.com", "share_id ref_source ref_campaign correlation_id rdt utm context"),
            on("linkedin.com", "trk trackingid refid originalsubdomain lipi midtoken midsig trkemail"),
            on("medium.com", "source gi responsesopen sortby"),
            on("substack.com", "r triedredirect showwelcomeonshare isfreemail publication_id post_id"),
            on("github.com", "plain notification_referrer_id email_token email_source readme"),
            on("wikipedia.org", "wprov useskin oldformat"),
            on("google.com", "ved ei usg sa sxsrf gs_lcp gs_l sclient uact oq aqs sourceid usp pli"),
            on("imdb.com", "ref_ pf_rd_m pf_rd_s pf_rd_r pf_rd_i pf_rd_p pf_rd_t"),
            on("nytimes.com", "smid smtyp partner emc referringsource campaign_id instance_id"),
            on("theguardian.com", "cmp"),
            on("forbes.com", "sh ss"),
            on("bloomberg.com", "sref srnd leadsource"),
            on("businessinsider.com", "r ir"),
            on("techcrunch.com", "sr sr_share"),
            on("washingtonpost.com", "wpisrc wpmm"),
            on("msn.com", "ocid cvid"),
            on("microsoft.com", "ocid"),
            on("yahoo.com", "ncid"),
            on("segmentfault.com", "_ea"),
            on("quora.com", "share ch oid srid target_type no_redirect"),
            on("36kr.com", "f"),
            onPosts("x.com", "s t cn"),
            onPosts("twitter.com", "s t cn"));

    private TrackingParameters() {}

    /** Whether the parameter, {@code name=value} with normalised escapes, says nothing about the page. */
    static boolean contains(HttpUrl url, String parameter) {
        var end = parameter.indexOf('=');
        var name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return EVERYWHERE.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith)
                || isOfDevice(url.host(), url.path(), parameter)
                || (REFERRING.contains(name) && isReferrer(url, name, parameter.substring(end + 1)))
                || RULES.stream()
                        .anyMatch(rule ->
                                rule.names().contains(name) && rule.where().test(url));
    }

    /** Whether Blogger draws the page for another device with it. */
    static boolean isOfDevice(Host host, String path, String parameter) {
        return OF_DEVICES.contains(parameter)
                && BLOGGER.matcher(host.name() + Percent.normalized(path)).matches();
    }

    /** Only what no site uses to choose what it shows; {@code source=reddit} may be a list of what was on Reddit. */
    private static boolean isReferrer(HttpUrl url, String name, String shown) {
        var value = shown.toLowerCase(Locale.ROOT);
        if (!name.startsWith("ref")) {
            return FEEDS.contains(value);
        }
        return OF_CODE.stream().noneMatch(site -> isOf(url, site))
                && (FEEDS.contains(value)
                        || CHANNELS.contains(value)
                        || SITE_NAME.matcher(value).matches());
    }

    private static Set<String> names(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Rule on(String site, String... names) {
        return new Rule(url -> isOf(url, site), names(names));
    }

    private static Rule onPosts(String site, String names) {
        return new Rule(url -> isOf(url, site) && url.path().contains("/status/"), names(names));
    }

    private static boolean isOf(HttpUrl url, String site) {
        var host = url.host().name();
        return host.equals(site) || host.endsWith("." + site);
    }
}
