package app.tidings.curation.page.metadata.author;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import app.tidings.curation.page.outline.Opening;
import app.tidings.curation.page.outline.ShortText;
import app.tidings.curation.text.Blanks;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Authors between headline and text, where most platforms show them without saying so: a link to somebody's page, an element
 * that is named after a name, what stands behind a word for author. A wrong name is worse than none.
 */
final class OpeningAuthors {

    private static final Pattern NAMED = Pattern.compile(
            ".*(?:nick-?_?name|(?:user|author|screen|display|writer)-?_?name|(?<![a-z])(?:author|writer|post-?user))(?:\\s.*)?");

    private static final Pattern NAME = Pattern.compile("(?:.*[-_\\s])?name(?:\\s.*)?");
    private static final Pattern OTHER_NAME = Pattern.compile(
            ".*(?:editor|translator|reviewer|column|categor|topic|tag|channel|product|file|site|brand|source-name).*");
    private static final Pattern FACE = Pattern.compile(".*(?:avatar|头像).*", Pattern.CASE_INSENSITIVE);

    /** Elements between somebody's face and name at most. */
    private static final int BESIDE = 8;

    private static final Pattern LABEL = Pattern.compile(
            "(?:.*[\\s|·])?(?:(?:原创|主)?作者|撰文|撰稿)\\s*[:：|｜丨/]?|(?:authors?|author\\(s\\))\\s*:?|(?:by|written by|words by|posted by)\\s*:?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LABELLED = Pattern.compile(
            "(?:^|\\s)(?:原创|主)?作者\\s*[:：|｜丨/]\\s*([^\\s:：|｜丨/，,。]{2,20})(?:\\s|$)|^(?i:by|written by|words by|posted by) (?!(?i:popular|public|design|default|invitation|appointment|land|sea|air|the|all|any|our|your|an?)\\b)"
                    + "(\\p{Lu}[^\\s\\d·•|]*(?:\\s(?:[\\p{Lu}\\p{Lo}][^\\s\\d·•|]*|and|&|de|da|di|du|la|le|el|al|del|della|der|den|van|von|ter|bin|ibn)){1,6}?)"
                    + "(?:,?\\s(?:on|at|in)\\s.*|\\s?[·•|—–].*|,?\\s(?:(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?\\s)?\\d.*)?$");

    /** What stands there may begin with the word for author, and be a sentence. */
    private static final Pattern STANDFIRST = Pattern.compile(
            ".*(?<![a-z])(?:dek|deck|sub-?_?(?:title|head(?:line|ing)?)|standfirst|summary|excerpt|description|tagline|lede?|intro)(?![a-z]).*");

    /** Said of somebody who is no author. */
    private static final Pattern OTHER = Pattern.compile(
            ".*(?:编辑|责编|审校|审核|校对|翻译|译者|摄影|来源|转自|editor|edited by|translated by|reviewed by|photos? by|photographs? by|via)\\s*[:：|｜/]?\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_NAME = Pattern.compile(
            ".*[。！？!?:：…#《》].*|\\d.*|(?:已?关注|登[录陆]|注册|退出|更多|查看.*|首页|编辑|分享|收藏|评论.*|点赞|举报|专栏|作者|用户|头像|私信|打赏|来源|我们|本站|following|followers?|log ?in|sign ?(?:in|up)|register|subscribe|share|home|more|edit|reply|profile|avatar|staff|contributor|here|us|me)",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 40;
    private static final int MOST = 20;
    private static final int MAX_LABEL = 100;
    private static final Pattern PUNCTUATION = Pattern.compile("[:：|/\\s]*");

    private final Opening opening;
    private final List<Element> elements;
    private final Set<Element> names;

    /** What holds a name is none, though it may be called so. */
    private final Set<Element> holders = new HashSet<>();

    OpeningAuthors(Opening opening) {
        this.opening = opening;
        this.elements = opening.elements();
        this.names = elements.stream()
                .filter(element -> isName(element) && !opening.isElsewhere(element))
                .collect(toSet());
        for (var name : names) {
            for (var around = name.parent(); around != null && holders.add(around); ) {
                around = around.parent();
            }
        }
    }

    @Nullable
    String find() {
        return Stream.of(false, true)
                .flatMap(linked ->
                        IntStream.range(0, elements.size()).mapToObj(index -> linked ? linked(index) : called(index)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** A link alone may lead to somebody else. */
    private Optional<String> linked(int index) {
        var element = elements.get(index);
        return isInnermost(element) && !isNamed(element) ? withCompany(element) : Optional.empty();
    }

    private boolean isInnermost(Element element) {
        return names.contains(element) && !holders.contains(element);
    }

    private Optional<String> called(int index) {
        var element = elements.get(index);
        if (isInnermost(element)) {
            return isNamed(element) ? withCompany(element) : Optional.empty();
        }
        return name(isBesideFace(index) && isOnlyName(element) ? ShortText.lines(element) : labelled(element))
                .filter(_ -> !opening.isElsewhere(element));
    }

    /** Several may stand side by side. */
    private Optional<String> withCompany(Element first) {
        var parent = first.parent();
        return name((parent == null ? Stream.of(first) : parent.children().stream())
                .filter(each -> each.equals(first) || (first.nameIs("a") && each.nameIs("a") && names.contains(each)))
                .map(ShortText::lines)
                .map(AuthorNames::ofFirst)
                .filter(Objects::nonNull)
                .collect(joining(", ")));
    }

    private static Optional<String> name(@Nullable String text) {
        return Optional.ofNullable(text).map(AuthorNames::ofFirst).filter(OpeningAuthors::canBeName);
    }

    /** Whether it looks like the names of people, and not like what one can click or read. */
    static boolean canBeName(String names) {
        return Stream.of(names.split(", ", -1))
                .noneMatch(
                        name -> name.length() > LONGEST || NO_NAME.matcher(name).matches());
    }

    private static boolean isName(Element element) {
        return element.attributesSize() > 0
                && (isNamed(element) || (Profiles.isLink(element) && Profiles.isInLineOfNames(element)))
                && !OTHER_NAME.matcher(names(element)).matches()
                && !isSaidOfAnother(element)
                && !ShortText.of(element).isEmpty();
    }

    private static boolean isNamed(Element element) {
        return NAMED.matcher(names(element)).matches();
    }

    private static String names(Element element) {
        var names = element.className() + ' ' + element.id();
        return names.length() > 200 ? "" : names.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isSaidOfAnother(Element element) {
        var before = element.previousSibling() == null && element.parent() != null
                ? element.parent().previousSibling()
                : element.previousSibling();
        return before instanceof TextNode text
                && text.getWholeText().length() <= 200
                && OTHER.matcher(text.getWholeText().strip()).matches();
    }

    /** Where there are several, they may be guests. */
    private boolean isOnlyName(Element element) {
        var name = ShortText.of(element);
        return elements.stream()
                .filter(each -> names(each).equals(names(element)))
                .map(ShortText::of)
                .allMatch(name::equals);
    }

    private boolean isBesideFace(int index) {
        var named = names(elements.get(index));
        return NAME.matcher(named).matches()
                && !OTHER_NAME.matcher(named).matches()
                && elements.subList(Math.max(0, index - BESIDE), index).stream()
                        .anyMatch(each -> FACE.matcher(names(each)).matches()
                                || (each.nameIs("img")
                                        && FACE.matcher(each.attr("alt") + ' ' + shortened(each.attr("src")))
                                                .matches()));
    }

    private static String shortened(String text) {
        return text.length() > 300 ? "" : text;
    }

    /** What stands behind a word for author: in the same text, in the elements behind it, or in the next one. */
    private @Nullable String labelled(Element element) {
        for (var i = 0; i < element.childNodeSize() && i < MOST; i++) {
            if (element.childNode(i) instanceof TextNode node
                    && node.getWholeText().length() <= MAX_LABEL) {
                var text = Blanks.collapsed(node.getWholeText());
                var named = LABELLED.matcher(text);
                if (named.find()
                        && (named.group(1) != null
                                || !STANDFIRST.matcher(names(element)).matches())) {
                    return named.group(1) == null ? named.group(2) : named.group(1);
                }
                if (LABEL.matcher(text).matches()) {
                    return node.nextSibling() instanceof Element behind
                                    && !PUNCTUATION
                                            .matcher(ShortText.of(behind))
                                            .matches()
                            ? likeIt(behind)
                            : inNext(element);
                }
            }
        }
        return null;
    }

    /** What stands behind an element that holds such a word and nothing else. */
    private @Nullable String inNext(Element label) {
        var last = label;
        for (var around = label.parent(); last.nextElementSibling() == null && around != null; around = last.parent()) {
            last = around;
        }
        var next = LABEL.matcher(ShortText.of(last)).matches() ? last.nextElementSibling() : null;
        if (next == null || holders.contains(next)) {
            return null;
        }
        return ShortText.lines(
                next.children().stream().filter(Profiles::isLink).findFirst().orElse(next));
    }

    /** The names in an element and in those beside it that are like it. */
    private static String likeIt(Element first) {
        return Stream.concat(
                        Stream.of(first), first.nextElementSiblings().stream().limit(MOST))
                .filter(each ->
                        each.nameIs(first.normalName()) && each.className().equals(first.className()))
                .filter(each -> !isSaidOfAnother(each))
                .map(ShortText::lines)
                .map(AuthorNames::ofFirst)
                .filter(Objects::nonNull)
                .collect(joining(", "));
    }
}
