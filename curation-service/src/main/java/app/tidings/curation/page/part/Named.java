package app.tidings.curation.page.part;

import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the names that a page's makers gave to an element, its classes and its id, say of what it is for. */
public enum Named {
    /** Nothing that is known. */
    PLAIN,
    /** As the place of an article. */
    ARTICLE,
    /** As something that stands around articles. */
    CLUTTER,
    /** As what readers say about articles. */
    COMMENTS;

    private static final Words TALK = Words.of(
            "comments?",
            "comment-?(?:list|area|section|box|wrap\\w*|form|respond)",
            "commentlist",
            "respond",
            "thread",
            "disqus\\w*",
            "replies",
            "reply-?list",
            "discussion",
            "reactions");

    private static final Words OTHER_PAGES = Words.of(
            "related\\w*(?:-\\w+){0,2}",
            "recommend\\w*(?:-\\w+)?",
            "recirc\\w*",
            "read-?(?:more|next)",
            "more-?(?:news|stories|posts|articles|links|from|on)",
            "article-?more",
            "post-?more",
            "news-?more",
            "story-?more",
            "trending",
            "popular(?:-?(?:posts?|articles?|stories|news))?",
            "most-?(?:read|popular|viewed)",
            "also-?like",
            "see-?also",
            "next-?(?:post|article|prev)",
            "prev-?next",
            "jp-relatedposts",
            "outbrain\\w*",
            "taboola\\w*",
            "zergnet",
            "teasers?",
            "latest-?\\w*",
            "hot-?(?:news|list|article)s?");

    private static final Words AROUND = Words.of(
            // ways about
            "sidebar\\w*",
            "side-?(?:bar|col|column)",
            "breadcrumbs?",
            "crumbs?",
            "pagination",
            "pager",
            "page-?(?:nav|links|numbers)",
            "post-?nav\\w*",
            "article-?nav\\w*",
            "menus?",
            "nav",
            "navs",
            "navi",
            "navbar",
            "navigation",
            "footer",
            "site-?footer",
            "masthead",
            "skip-?links?",
            "toc",
            "toc-?\\w+",
            "table-?of-?contents",
            "post-?toc",
            "catalogue?",
            "directory",
            "anchor-?link",
            "header-?link",
            "headerlink",
            "anchorjs-link",
            "tags?",
            "tag-?(?:list|links|cloud)",
            "tagcloud",
            "tags-?links",
            "cat-?links",
            "categories",
            "post-?categor\\w+",
            // to be clicked
            "shar(?:e|es|ing)",
            "share-?\\w+",
            "addthis\\w*",
            "addtoany\\w*",
            "sharedaddy",
            "social",
            "social-?\\w+",
            "sns",
            "bdshare\\w*",
            "follow",
            "follow-?us",
            "subscri\\w+",
            "newsletter\\w*",
            "cookies?",
            "cookie-?\\w+",
            "consent",
            "gdpr",
            "log-?in",
            "sign-?(?:up|in)",
            "register",
            "paywall",
            "modal",
            "pop-?up",
            "overlay",
            "lightbox",
            "tooltip",
            "feedback",
            "ratings?",
            "vote",
            "like-?\\w+",
            "toolbar",
            "tool-?bar",
            "toolbox",
            "print",
            "print-?\\w+",
            "noprint",
            "copy-?(?:btn|button|code)",
            "code-?(?:block-?)?(?:toolbar|header|tool|lang\\w*)",
            "edit-?section",
            "mw-editsection",
            "qr-?code\\w*",
            "reward\\w*",
            "donat\\w+",
            "sponsor\\w*",
            "promo\\w*",
            "cta",
            "call-?to-?action",
            "advert\\w*",
            "ads?",
            "adsense",
            "adsby\\w+",
            "ad-?(?:box|wrap\\w*|container|slot|unit|banner|zone|tips?)",
            "banner",
            "skyscraper",
            "widgets?",
            "shoutbox",
            // about the article
            "copyright\\w*",
            "licen[cs]e",
            "statement",
            "disclaimer",
            "author-?(?:bio|box|info|card|about|profile|desc\\w*)",
            "about-?(?:the-?)?author",
            "bio",
            "byline",
            "by-?line",
            "dateline",
            "post-?(?:meta|info|author|date)",
            "entry-?(?:meta|info|author|date|utility)",
            "article-?(?:meta|info|author|date)",
            "meta-?(?:info|box)",
            "meta",
            "pub-?date",
            "publish-?(?:date|time)",
            "timestamp",
            "ocr",
            "ocr-\\w+",
            "screen-?reader\\w*",
            "sr-?only",
            "visually-?hidden",
            "element-?hidden",
            "hidden",
            "d-none");

    private static final Pattern PLACES = Pattern.compile(
            "article-?(?:body|content|text|main|detail)|post-?(?:body|content|text|entry|detail)|entry-?(?:content|body|text)|story-?(?:body|content|text)|content-?(?:body|text|article)|"
                    + "main-?content|rich-media-content|markdown-?body|article|hentry|h-entry|news-?(?:text|content|txt|body)|text-?content|blog-?(?:post|content)|topic-?content");

    private static final int LONGEST = 200;

    /**
     * Reads the names of an element.
     *
     * @param known what was read of other names of the page, of which most are given many times
     */
    static Named of(Element element, Map<String, Named> known) {
        if (element.attributesSize() == 0) {
            return PLAIN;
        }
        var names = element.className() + " " + element.id();
        if (names.length() < 3) {
            return PLAIN;
        }
        var found = PLAIN;
        for (var name : (names.length() > LONGEST ? names.substring(0, LONGEST) : names).split("\\s+", -1)) {
            var read = known.computeIfAbsent(name, each -> read(spread(each)));
            if (read == COMMENTS || read == CLUTTER) {
                return read;
            }
            found = read == PLAIN ? found : read;
        }
        return found;
    }

    /** Whether a name, as its maker wrote it, is that of what others wrote: comments, or other pages. */
    static boolean isOfOthers(String name) {
        var plain = spread(name);
        return plain.length() > 1 && !STATE.matcher(plain).lookingAt() && (TALK.are(plain) || OTHER_PAGES.are(plain));
    }

    private static Named read(String name) {
        if (name.length() < 2 || STATE.matcher(name).lookingAt()) {
            return PLAIN;
        }
        if (TALK.are(name)) {
            return COMMENTS;
        }
        if (OTHER_PAGES.are(name) || AROUND.are(name)) {
            return CLUTTER;
        }
        return PLACES.matcher(name).find() ? ARTICLE : PLAIN;
    }

    /** {@code with-sidebar} says what is elsewhere. */
    private static final Pattern STATE = Pattern.compile(
            "(?:no|not|with|has|is|without|field|js|wp-image|size|align|type|format|single|page|category|tag)-");

    /** {@code shareBox__left} as {@code share-box-left}, so that each word can be found. */
    private static String spread(String names) {
        var spread = new StringBuilder(names.length() + 8);
        for (var i = 0; i < names.length(); i++) {
            var sign = names.charAt(i);
            if (i > 0 && Character.isUpperCase(sign) && Character.isLowerCase(names.charAt(i - 1))) {
                spread.append('-');
            }
            var plain = Character.isLetterOrDigit(sign);
            if (plain) {
                spread.append(Character.toLowerCase(sign));
            } else if (!spread.isEmpty() && spread.charAt(spread.length() - 1) != '-') {
                spread.append('-');
            }
        }
        return spread.toString();
    }
}
