package app.tidings.bench.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/**
 * Writes feeds that are like real ones in size and kind: RSS 2.0 and Atom in turn, Chinese and English in turn, bodies as
 * escaped HTML. The same numbers give the same bytes. Every link is shown by one entry alone.
 *
 * @param site where the links point, without a slash at the end
 * @param newest when the newest entry of each feed was published
 * @param entries in each feed
 * @param meanBytes of a feed, on average over many
 */
public record FeedWriter(String site, Instant newest, int entries, int meanBytes) {

    private static final List<String> ENGLISH = List.of(
            ("queue broker retry index cache stream thread schema replica latency compiler garbage parser commit review "
                            + "release kernel socket packet cluster storage backup secret token editor reader letter feed the of "
                            + "and with without under between after before makes keeps finds needs slow quick small open")
                    .split(" "));
    private static final String CHINESE =
            "队列代理重试索引缓存流线程模式副本延迟编译器垃圾解析提交审查发布内核套接字包集群存储备份密钥令牌编辑读者信件订阅的和在没有之间以后以前使得保持找到需要慢快小开";
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final int HEAD_OF_ENTRY = 330;

    /** The number of the entry that comes when a feed changes: an hour after the newest. */
    private static final int NEW = -1;

    /** A feed's text as UTF-8. */
    public byte[] write(String set, int number) {
        return write(set, number, false);
    }

    /**
     * A feed's text as UTF-8.
     *
     * @param changed whether it has one entry more, before all others
     */
    public byte[] write(String set, int number, boolean changed) {
        var seed = 31L * set.hashCode() + number; // the generator mixes seeds that are neighbours
        var random = new SplittableRandom(seed);
        // from half of the mean to one and a half of it
        var body = Math.max(20, (int) ((meanBytes / entries - HEAD_OF_ENTRY) * (0.5 + random.nextDouble())));
        var text = new StringBuilder(meanBytes * 2);
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append(isAtom(number) ? atomHead(set, number) : rssHead(set, number));
        if (changed) {
            text.append(entry(set, number, NEW, body, new SplittableRandom(~seed)));
        }
        for (var entry = 0; entry < entries; entry++) {
            text.append(entry(set, number, entry, body, random));
        }
        return text.append(isAtom(number) ? "</feed>\n" : "</channel></rss>\n")
                .toString()
                .getBytes(UTF_8);
    }

    private String entry(String set, int number, int entry, int bytes, RandomGenerator random) {
        var chinese = number / 2 % 2 == 0;
        var link = "%s/p/%s/%d/%d".formatted(site, set, number, entry);
        var title = words(random, chinese, 60);
        var html = "&lt;p&gt;" + words(random, chinese, bytes) + "&lt;/p&gt;";
        var date = newest.minusSeconds(3_600L * entry + number);
        return isAtom(number) ? atom(link, title, html, date) : rss(link, title, html, date);
    }

    private static boolean isAtom(int number) {
        return number % 2 == 1;
    }

    /** As a server sends it to those who take gzip. */
    static byte[] zipped(byte[] feed) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String rssHead(String set, int number) {
        return """
                <rss version="2.0"><channel><title>Feed %d of %s</title><link>%s/</link><description>Generated</description>
                """.formatted(number, set, site);
    }

    private String atomHead(String set, int number) {
        return """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Feed %d of %s</title><link href="%s/"/><id>%s/%s/%d</id><updated>%s</updated>
                """.formatted(number, set, site, site, set, number, newest);
    }

    private static String rss(String link, String title, String html, Instant date) {
        return """
                <item><title>%s</title><link>%s</link><guid isPermaLink="true">%s</guid><pubDate>%s</pubDate>\
                <category>generated</category><description>%s</description></item>
                """.formatted(title, link, link, RFC_1123.format(date), html);
    }

    private static String atom(String link, String title, String html, Instant date) {
        return """
                <entry><title>%s</title><link rel="alternate" href="%s"/><id>%s</id><published>%s</published>\
                <updated>%s</updated><content type="html">%s</content></entry>
                """.formatted(title, link, link, date, date, html);
    }

    /** Words of about so many bytes. */
    private static String words(RandomGenerator random, boolean chinese, int bytes) {
        var text = new StringBuilder();
        for (var left = bytes; left > 0; ) {
            if (chinese) {
                var from = random.nextInt(CHINESE.length() - 6);
                text.append(CHINESE, from, from + 6).append('，');
                left -= 21;
            } else {
                var word = ENGLISH.get(random.nextInt(ENGLISH.size()));
                text.append(word).append(' ');
                left -= word.length() + 1;
            }
        }
        return text.toString().strip();
    }
}
