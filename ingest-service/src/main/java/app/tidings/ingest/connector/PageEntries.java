package app.tidings.ingest.connector;

import app.tidings.ingest.connector.HtmlPageConnector.HtmlPageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a page's source wants. A page may nest items in items, so that looking through each would take as often as
 * long as they are deep; the looks are counted, and what lies behind the last one is not read.
 */
final class PageEntries {

    private static final int MAX_LOOKS = 500_000;
    private static final int MAX_TEXT = 16_000;

    private final HtmlPageSettings settings;
    private int looks;

    PageEntries(HtmlPageSettings settings) {
        this.settings = settings;
    }

    List<ApiEntry> in(Document page) {
        var entries = new ArrayList<ApiEntry>();
        for (var item : page.select(Objects.requireNonNull(settings.item()))) {
            if (entries.size() == ApiRead.MAX_ENTRIES || isTooMuch(item)) {
                break;
            }
            entries.add(entry(item));
        }
        return entries;
    }

    private boolean isTooMuch(Element item) {
        item.filter((node, depth) -> ++looks > MAX_LOOKS ? FilterResult.STOP : FilterResult.CONTINUE);
        return looks > MAX_LOOKS;
    }

    private ApiEntry entry(Element item) {
        var link = settings.link() == null
                ? item.hasAttr("href") ? item : item.selectFirst("a[href]")
                : item.selectFirst(settings.link());
        var address = link == null ? "" : link.absUrl("href");
        var date = found(item, settings.date());
        var time = date == null ? null : ApiEntry.time(date.hasAttr("datetime") ? date.attr("datetime") : text(date));
        return new ApiEntry(
                null,
                address.isEmpty() ? null : address,
                text(settings.titleSelector() == null ? link : found(item, settings.titleSelector())),
                text(found(item, settings.summary())),
                null,
                time);
    }

    private static @Nullable Element found(Element item, @Nullable String selector) {
        return selector == null ? null : item.selectFirst(selector);
    }

    /** In one line, as far as it is used: the text within nested items would be kept as often as they are deep. */
    private static String text(@Nullable Element element) {
        if (element == null) {
            return "";
        }
        var text = new StringBuilder();
        element.filter((node, depth) -> {
            text.append(said(node));
            return text.length() < MAX_TEXT ? FilterResult.CONTINUE : FilterResult.STOP;
        });
        return text.substring(0, Math.min(MAX_TEXT, text.length()))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String said(Node node) {
        return switch (node) {
            case TextNode words -> words.getWholeText();
            case Element element when element.isBlock() || element.nameIs("br") -> " ";
            default -> "";
        };
    }
}
