package app.tidings.curation.archive;

import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.item.Candidate;
import app.tidings.curation.archive.item.HeadLines;
import app.tidings.curation.archive.item.ItemHeads;
import app.tidings.curation.archive.line.Contributor;
import app.tidings.curation.archive.line.Head;
import app.tidings.curation.archive.line.Line;
import app.tidings.curation.archive.line.Numbered.Style;
import app.tidings.curation.archive.line.Passage;
import app.tidings.curation.archive.line.Stars;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The items in the lines of a section. */
final class ReadItems {

    private static final Pattern BREAK = Pattern.compile("^ {0,3}(?:[-\\s]++|[*\\s]++|[_\\s]++)$");
    private static final int SHORTEST_BREAK = 3;
    private static final String LABELLED =
            "[*_]{0,2}\\s*+[:：][*_]{0,2}\\s*+(?:\\[[^\\]\\n]{0,300}+]\\()?<?(https?://[^\\s<>()（）]+)";

    /** Where an item says its address: the likeliest first. */
    private static final List<Pattern> ADDRESSES = List.of(
            Pattern.compile("(?i)(?:订阅地址|订阅链接|subscribe)" + LABELLED),
            Pattern.compile(
                    "(?im)^[ \\t]*+(?:[-*+][ \\t]*+)?+[^\\s:：]{0,8}(?:地址|链接|网址|官网|url|link|website)" + LABELLED),
            Pattern.compile("^<?(https?://[^\\s<>()（）]+)>?[ \\t]*+(?=\\n|$)(?!\\s*+<?http)"));

    private static final Pattern REMOVED = Pattern.compile(
            "(?i)^[\\p{P}\\p{S}\\s]*(?:[此该本]?[条则处]?(?:内容|文章|链接|项目|条目)?已?被?(?:删除|撤回|移除|撤下|下架)|(?:this )?(?:content|item|link|article)?\\s*(?:has been |was )?(?:removed|deleted|withdrawn)|(?:内容|コンテンツ)?[はが]?削除(?:済み|されました)?)[\\p{P}\\p{S}\\s]*$");

    /**
     * What the lines hold.
     *
     * @param lead the lines before the first item
     * @param rest lines that belong to no item, such as what follows the last title of a teaser
     * @param teaser whether the items are titles alone
     */
    record Found(List<Line> lead, List<Item> items, List<Line> rest, boolean teaser) {}

    private final List<Line> lines;
    private final List<Line> rest = new ArrayList<>();

    private ReadItems(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads a section.
     *
     * @param sure whether it is known to hold items; if not, only links and headings are taken for some
     */
    static Found in(List<Line> section, boolean sure) {
        var lines = HeadLines.of(section);
        var found = ItemHeads.in(lines, sure);
        var heads = found.heads();
        var reader = new ReadItems(lines);
        var items = new ArrayList<Item>();
        for (var i = 0; i < heads.size(); i++) {
            var end = i + 1 < heads.size() ? heads.get(i + 1).index() : lines.size();
            items.add(reader.item(heads.get(i), end));
        }
        if (items.isEmpty() || !(found.sure() || items.stream().allMatch(item -> item.url() != null))) {
            return new Found(section, List.of(), List.of(), false);
        }
        var teaser = heads.getFirst().numbered().style() == Style.CIRCLED
                && items.stream().noneMatch(Item::headLink);
        return new Found(lines.subList(0, heads.getFirst().index()), items, reader.rest, teaser);
    }

    private Item item(Candidate candidate, int end) {
        var head = candidate.head();
        var line = lines.get(candidate.index());
        var body = new ArrayList<Line>();
        if (!head.tail().isEmpty()) {
            body.add(line.withText(head.tail()));
        }
        var own = ownEnd(candidate, end);
        body.addAll(lines.subList(candidate.index() + 1, own));
        rest.addAll(lines.subList(own, end));
        return item(candidate.numbered().number(), line.number(), head, Passage.of(body));
    }

    /** A teaser's title has no text; any other's ends where a line is drawn. */
    private int ownEnd(Candidate candidate, int end) {
        var begin = candidate.index() + 1;
        if (candidate.numbered().style() == Style.CIRCLED && !candidate.head().isLinked()) {
            return begin;
        }
        for (var i = begin; i < end; i++) {
            if (!lines.get(i).code() && isBreak(lines.get(i).text())) {
                return i;
            }
        }
        return end;
    }

    private static @Nullable String addressIn(String markdown) {
        return ADDRESSES.stream()
                .map(pattern -> pattern.matcher(markdown))
                .filter(Matcher::find)
                .map(address -> address.group(1))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBreak(String line) {
        return BREAK.matcher(line).matches()
                && line.chars().filter(sign -> !Character.isWhitespace(sign)).count() >= SHORTEST_BREAK;
    }

    private static Item item(int number, int line, Head head, Passage text) {
        var removed = !head.isLinked() && REMOVED.matcher(head.title()).matches();
        var url = head.isLinked() || removed ? head.url() : addressIn(text.markdown());
        return new Item(
                number,
                line,
                head.title(),
                url,
                head.isLinked(),
                head.mark(),
                removed,
                text,
                Stars.in(text.plain()),
                Contributor.in(text.plain()));
    }
}
