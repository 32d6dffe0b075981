package app.tidings.curation.page.metadata.author;

import app.tidings.curation.page.part.Tags;
import app.tidings.curation.text.Blanks;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Links to the pages of people, and whether they stand in a line of names and dates or in a sentence, which thanks them or tells of them. */
final class Profiles {

    private static final Pattern SOMEBODY = Pattern.compile(
            "(?:^|/)(?:u|users?|people|members?|profiles?|authors?|space|writers?|contributors?|columnists?)/[^/?#]{1,80}(?:/(?:updates|posts|articles))?/?(?:[?#].*)?"
                    + "|(?:.*/)?[@~][^/?#]{1,80}/?(?:[?#].*)?|.*\\buser\\?id=.*|.*\\bspace-uid-\\d.*|.*[?&]uid=\\d.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile("^(?:(?:https?:)?//[^/]*)?/?");

    private static final Pattern TO_DO = Pattern.compile(
            ".*\\b(?:log-?_?(?:in|out)|sign-?_?(?:in|up|out)|register|settings|notifications|messages|follow(?:ers|ing)?|password)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_ADDRESS = 300;
    private static final int LONGEST = 400;
    private static final int MOST = 60;

    private static final String MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}\\s?[-/.年]\\s?\\d{1,2}(?:\\s?[-/.月](?:\\s?\\d{1,2}\\s?[日号]?)?)?(?:T[\\d:.+Z-]{4,20})?"
                    + "|\\d{1,2}[-/月]\\d{1,2}[日号]?(?:[-/]\\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.\\d{4}"
                    + "|\\b" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?"
                    + "|\\d{1,2}(?:st|nd|rd|th)? " + MONTH + "(?:,? \\d{4})?|\\b" + MONTH + " \\d{4}"
                    + "|\\d{1,2}[:.时]\\d{2}(?:[:.分]\\d{2})?秒?(?: ?[ap]\\.?m\\.?)?(?: (?:UTC|GMT|[EPC][SD]?T)\\b)?"
                    + "|(?:\\d{1,3}|\\ban?|about|over) ?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?[ -](?:ago|read)\\b"
                    + "|\\d{1,3} ?(?:秒|分钟|小时|天|周|个月|年)前|[昨前今]天|\\b(?:yesterday|today|just now|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile(
            "\\b(?:by|and|on|at|in|author|authors|words|story|text|written|posted|submitted|published|updated|edited|translated|reviewed|created|asked|started|last)\\b"
                    + "|原创|作者|撰文|撰稿|发布|发表|更新|编辑|修改|责编|译者|翻译|来源|转自|于|和|与",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNT = Pattern.compile(
            "(?:阅读量?|浏览量?|点击|评论|回复|点赞|赞|收藏|字数|热度)?[\\s:：(（]*\\d[\\d.,]*\\s?[kmw万]?\\+?\\s?(?:[人次条个字]|min(?:ute)?s? read|reads?|views?|clicks?|comments?|repl(?:y|ies)|likes?|points?|votes?|阅读|浏览|点击|评论|回复|赞|收藏)*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SITE = Pattern.compile(
            "^(?:https?:)?//(?:[^/?#]*\\.)?([^./?#]+\\.[^./?#]+)(?:[/?#].*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Profiles() {}

    /** Whether it leads to somebody, as far as its address tells. */
    static boolean isLink(Element element) {
        var target = element.attr("href");
        if (!element.nameIs("a") || target.length() > MAX_ADDRESS) {
            return false;
        }
        var path = HOST.matcher(target).replaceFirst("");
        return SOMEBODY.matcher(path).matches() && !TO_DO.matcher(path).matches();
    }

    /** Whether the line that a link stands in holds nothing beside links but dates, counts and words for author. */
    static boolean isInLineOfNames(Element link) {
        var rest = rest(link);
        if (rest == null || (link.closest("li") != null && leadsToOtherSite(link))) {
            return false;
        }
        var untold = Blanks.collapsed(rest);
        for (var told : new Pattern[] {DATE, COUNT, WORD, SIGN}) {
            untold = told.matcher(untold).replaceAll(" ");
        }
        return untold.isBlank();
    }

    /** In a list such a link is one to where somebody is found besides. */
    private static boolean leadsToOtherSite(Element link) {
        var target = SITE.matcher(link.attr("href").strip());
        if (!target.matches()) {
            return false;
        }
        var here = SITE.matcher(link.baseUri());
        return !here.matches() || !here.group(1).equalsIgnoreCase(target.group(1));
    }

    /** The text before and behind it up to the next block or break; null where that is long. */
    private static @Nullable String rest(Element link) {
        var text = new StringBuilder();
        var top = link;
        while (true) {
            if (!read(top, Node::previousSibling, text) || !read(top, Node::nextSibling, text)) {
                return null;
            }
            var around = top.parent();
            if (around == null || Tags.isBlock(around)) {
                return text.toString();
            }
            top = around;
        }
    }

    private static boolean read(Element from, Function<Node, @Nullable Node> next, StringBuilder text) {
        var count = 0;
        for (var each = next.apply(from); each != null && !endsLine(each); each = next.apply(each)) {
            if (++count > MOST || text.length() > LONGEST) {
                return false;
            }
            add(each, text);
        }
        return text.length() <= LONGEST;
    }

    private static void add(Node node, StringBuilder text) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText()).append(' ');
        } else if (node instanceof Element inside && !inside.nameIs("a") && !Tags.isMute(inside)) {
            for (var i = 0; i < inside.childNodeSize() && text.length() <= LONGEST; i++) {
                add(inside.childNode(i), text);
            }
        }
    }

    private static boolean endsLine(Node node) {
        return node instanceof Element element && (Tags.isBlock(element) || element.nameIs("br"));
    }
}
