package app.tidings.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.platform.fetch.Body;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads documents of the largest size that is fetched, each made to cost as much as it can, and prints how long each took. A
 * program of its own, so that a test can give it no more memory than reading may need.
 */
final class HostileBytes {

    private static final int SIZE = 10 * 1024 * 1024;

    /** Time of the processor: others may build on the same machine. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HostileBytes() {}

    /** Prints a line with name and milliseconds for each. */
    public static void main(String... arguments) {
        documents().forEach((name, document) -> {
            var body = Body.of(document.get());
            var started = THREADS.getCurrentThreadCpuTime();
            var parsed = FeedParser.parse(body, null, TestFeeds.BASE);
            System.out.printf(
                    "%s %d %s%n",
                    name,
                    (THREADS.getCurrentThreadCpuTime() - started) / 1_000_000,
                    parsed.getClass().getSimpleName());
        });
    }

    /** Name to bytes; made one after the other, since two would not fit into the memory. */
    private static Map<String, Supplier<byte[]>> documents() {
        var documents = new LinkedHashMap<String, Supplier<byte[]>>();
        var item = "<rss><channel><item><title>x</title>";
        documents.put("endless-text", () -> filled(item + "<description>", "x"));
        documents.put("endless-chinese-text", () -> filled(item + "<description>", "潮汐"));
        documents.put("endless-literal", () -> filled(item + "<description><![CDATA[", "x"));
        documents.put("endless-comment", () -> filled(item + "<!--", "x"));
        documents.put("endless-name", () -> filled("<rss><channel><", "n"));
        documents.put("endless-attribute", () -> filled("<rss><channel x='", "a"));
        documents.put("endless-attributes", () -> filled("<rss ", "a='b' "));
        documents.put("endless-end-tags", () -> filled("<rss>" + "<a>".repeat(190), "</b>"));
        documents.put("endless-references", () -> filled(item + "<description>", "&eacute;&#233;"));
        documents.put("endless-stray-signs", () -> filled(item + "<description>", "& < "));
        documents.put("many-items", () -> filled("<rss><channel>", "<item><title>x</title></item>"));
        documents.put("many-broken-items", () -> filled("<rss><channel>", "<item><title>x & y"));
        documents.put("many-names", () -> numbered("<rss><channel>", "<n%d/>"));
        documents.put("many-prefixes", () -> numbered("<rss><channel>", "<n xmlns:p%d='u'/>"));
        documents.put("deep", () -> filled("<rss><channel>", "<x>"));
        documents.put("open-comments", () -> filled("<rss x=1>", "<!--"));
        documents.put("open-literals", () -> filled("<rss x=1>", "<![CDATA["));
        documents.put("open-doctypes", () -> filled("<rss x=1>", "<!DOCTYPE [>"));
        documents.put("open-quotes", () -> filled("<rss x=1>", "<a b=\"'"));
        documents.put("open-tags", () -> filled("<rss x=1>", "<a "));
        documents.put("entities", () -> filled("<!DOCTYPE rss [<!ENTITY a \"", "x"));
        var own = "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(40) + "'>]>";
        documents.put("own-entities", () -> filled(own + item + "<description>", "&a;"));
        documents.put("own-entities-everywhere", () -> filled(own + "<rss><channel>", "<x xmlns:p='&a;&a;&a;&a;'>&a;"));
        documents.put("many-definitions", () -> filled("<!DOCTYPE rss [", "<!ENTITY a 'b'>"));
        documents.put("nested-items", () -> filled("<rss><channel>", "<item><title>x</title>"));
        documents.put("nested-items-of-nothing", () -> filled("<rss x=1><channel><item>", "<item/>"));
        documents.put("nested-deeply", () -> filled("<rss x=1><channel><item>", "<a>"));
        documents.put("open-signs", () -> filled("<rss x=1>", "<a b=\"< c='< "));
        documents.put("stray-bytes", () -> filled(item + "<title>é é é é é", "\u0092s ", ISO_8859_1));
        documents.put("json-text", () -> filled("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"", "x"));
        documents.put("json-number", () -> filled("{\"version\":\"https://jsonfeed.org/version/1\",\"x\":", "1"));
        documents.put("json-deep", () -> filled("{\"version\":\"https://jsonfeed.org/version/1\",\"x\":", "["));
        documents.put(
                "json-items",
                () -> filled("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[", "{\"id\":1},"));
        documents.put("page", () -> filled("<!doctype html>", "<link rel=alternate type=application/rss+xml href=x>"));
        documents.put("nothing", () -> filled("", " "));
        documents.put("junk", () -> filled("x", "<rs"));
        documents.put("unnamed-gbk", () -> filled(item, "潮汐", Charset.forName("GBK")));
        documents.put("unnamed-cyrillic", () -> filled(item, "море ", Charset.forName("windows-1251")));
        documents.put("wide", () -> filled("<rss>", "<x>", UTF_16LE));
        return documents;
    }

    private static byte[] filled(String start, String repeated) {
        return filled(start, repeated, UTF_8);
    }

    private static byte[] filled(String start, String repeated, Charset charset) {
        var bytes = new byte[SIZE];
        var unit = repeated.getBytes(charset);
        for (var at = 0; at < SIZE; at++) {
            bytes[at] = unit[at % unit.length];
        }
        var first = start.getBytes(charset);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return bytes;
    }

    private static byte[] numbered(String start, String format) {
        var text = new StringBuilder(start);
        for (var i = 0; text.length() < SIZE; i++) {
            text.append(format.formatted(i));
        }
        return text.toString().getBytes(UTF_8);
    }
}
