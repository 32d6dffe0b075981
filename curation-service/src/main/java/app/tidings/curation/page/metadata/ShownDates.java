package app.tidings.curation.page.metadata;

import app.tidings.curation.page.outline.Line;
import app.tidings.curation.page.outline.Marked;
import app.tidings.curation.page.outline.Opening;
import app.tidings.curation.page.outline.Outline;
import app.tidings.curation.page.outline.ShortText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The dates that readers of a page see: under its headline, in elements that are named after what they hold, then in any line
 * that is short; never those of comments and other pages.
 */
final class ShownDates {

    private static final int SHORT = 200;
    private static final int MOST = 500;
    private static final Pattern FIGURES = Pattern.compile("\\d.*");
    private static final Pattern LABELLED =
            Pattern.compile("(?i)(?:publi\\w*|posted|date|发布|发表|时间|日期|来源)[^\\d]{0,12}$");
    private static final Pattern CHANGED = Pattern.compile("(?i)updat|modif|edited|更新|修改|编辑");
    private static final List<String> STATING = List.of("datetime", "title", "data-time", "data-date", "data-datetime");
    private static final String[] CLASSES = {"date", "time", "pub", "info", "source", "meta", "byline", "author"};
    private static final String[] IDS = {"date", "time", "pub"};

    private final Outline outline;
    private final Opening opening;
    private @Nullable List<Seen> hinted;
    private @Nullable List<Seen> lines;

    ShownDates(Outline outline, Opening opening) {
        this.outline = outline;
        this.opening = opening;
    }

    /** Those between headline and text, but for such as say that they are of a change. */
    Stream<PageDate> opening() {
        return dates(opening.elements().stream().flatMap(this::unchanged));
    }

    private Stream<String> unchanged(Element element) {
        return Stream.concat(stated(element), Stream.of(element.ownText()))
                .filter(ShownDates::namesYear)
                .filter(_ -> !isOfChange(element) && !isInList(element) && !opening.isElsewhere(element));
    }

    /** Lists of files have in each row an element for a script that shows how long ago the file was changed. */
    static boolean isInList(Element element) {
        return element.normalName().indexOf('-') > 0 && element.closest("tr, li") != null;
    }

    private static boolean isOfChange(Element element) {
        var text = element.className() + ' ' + element.ownText();
        return text.length() <= SHORT && CHANGED.matcher(text).find();
    }

    /** What an element says behind its words, which may be but how long ago it was. */
    private static Stream<String> stated(Element element) {
        return element.attributesSize() == 0
                ? Stream.empty()
                : STATING.stream().filter(element::hasAttr).map(element::attr);
    }

    /** Those with a time of the day, in the order in which they are believed. */
    Stream<PageDate> timed() {
        return dates(here(Stream.concat(hinted().stream(), Stream.of(0).flatMap(_ -> lines().stream()))
                        .filter(seen -> PageDate.namesTime(seen.text()))))
                .filter(date -> date.time() != null);
    }

    /** All in elements with such a name, and those of other lines that say what they are. */
    Stream<PageDate> told() {
        return dates(here(Stream.concat(hinted().stream(), lines().stream().filter(seen -> isLabelled(seen.text())))));
    }

    /** A text with a year in it, and where it stands. */
    private record Seen(Element element, String text) {}

    private Stream<String> here(Stream<Seen> all) {
        return all.filter(seen -> !opening.isElsewhere(seen.element())).map(Seen::text);
    }

    private static Stream<PageDate> dates(Stream<String> texts) {
        return texts.map(PageDate::in).flatMap(Optional::stream);
    }

    private static boolean namesYear(String text) {
        return text.length() <= SHORT && PageDate.namesYear(text);
    }

    private static boolean isLabelled(String line) {
        return LABELLED.matcher(FIGURES.matcher(line).replaceFirst("")).find();
    }

    private List<Seen> hinted() {
        if (hinted == null) {
            hinted = outline.marked().stream()
                    .filter(ShownDates::isHint)
                    .limit(MOST)
                    .map(Marked::element)
                    .flatMap(element -> Stream.concat(stated(element), Stream.of(ShortText.of(element)))
                            .filter(ShownDates::namesYear)
                            .map(text -> new Seen(element, text)))
                    .toList();
        }
        return hinted;
    }

    private static boolean isHint(Marked named) {
        return named.hasInClass(CLASSES) || named.hasInId(IDS);
    }

    private List<Seen> lines() {
        if (lines == null) {
            lines = outline.lines().all().stream()
                    .filter(line -> line.figures() && line.signs() <= SHORT)
                    .map(Line::element)
                    .map(element -> new Seen(element, element.ownText()))
                    .filter(seen -> namesYear(seen.text()))
                    .toList();
        }
        return lines;
    }
}
