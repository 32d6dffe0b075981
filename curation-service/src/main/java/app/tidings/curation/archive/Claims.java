package app.tidings.curation.archive;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How much the introduction says there is, as in {@code 本期分享了 12 篇文章，12 个开源项目，2 则音视频，全文 1518 字}. */
final class Claims {

    private static final Map<String, Pattern> CLAIMS = claims();

    private Claims() {}

    /** By the topic of the section in lower case, and {@code words}. */
    static Map<String, Integer> in(String plain) {
        var claimed = new LinkedHashMap<String, Integer>();
        CLAIMS.forEach((what, pattern) -> {
            var found = pattern.matcher(plain);
            if (found.find()) {
                claimed.put(what, Integer.parseInt(found.group(1)));
            }
        });
        return claimed;
    }

    private static Map<String, Pattern> claims() {
        var claims = new LinkedHashMap<String, Pattern>();
        claims.put(topic(Topic.ARTICLES), Pattern.compile("(\\d{1,3})\\s*篇\\s*(?:技术)?文章"));
        claims.put(topic(Topic.PROJECTS), Pattern.compile("(\\d{1,3})\\s*个\\s*(?:开源)?项目"));
        claims.put(topic(Topic.PODCASTS), Pattern.compile("(\\d{1,3})\\s*[则个期条]\\s*(?:音视频|播客|视频)"));
        claims.put(topic(Topic.DISCUSSIONS), Pattern.compile("(\\d{1,3})\\s*[则个条]\\s*(?:热门)?(?:讨论|话题|问题)"));
        claims.put("words", Pattern.compile("全文\\s*(\\d{1,6})\\s*字"));
        return claims;
    }

    static String topic(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }
}
