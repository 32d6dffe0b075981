package app.tidings.curation.page.metadata;

import app.tidings.curation.page.outline.Marked;
import app.tidings.curation.page.outline.Outline;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dates that readers of a page see: in elements that are named after what they hold, then in any line that is short. */
final class ShownDates {

    private static final int SHORT = 200;
    private static final int MOST = 500;
    private static final Pattern FIGURES = Pattern.compile("\\d.*");
    private static final Pattern LABELLED =
            Pattern.compile("(?i)(?:publi\\w*|posted|date|发布|发表|时间|日期|来源)[^\\d]{0,12}$");
    private static final String[] CLASSES = {"date", "time", "pub", "info", "source", "meta", "byline", "author"};
    private static final String[] IDS = {"date", "time", "pub"};

    private final Outline outline;
    private @Nullable List<String> hinted;
    private @Nullable List<String> lines;

    ShownDates(Outline outline) {
        this.outline = outline;
    }

    /** Those with a time of the day, in the order in which they are believed. */
    Stream<PageDate> timed() {
        return dates(Stream.concat(hinted().stream(), Stream.of(0).flatMap(_ -> lines().stream()))
                        .filter(PageDate::namesTime))
                .filter(date -> date.time() != null);
    }

    /** All in elements with such a name, and those of other lines that say what they are. */
    Stream<PageDate> told() {
        return dates(Stream.concat(hinted().stream(), lines().stream().filter(ShownDates::isLabelled)));
    }

    private static Stream<PageDate> dates(Stream<String> texts) {
        return texts.map(PageDate::in).flatMap(Optional::stream);
    }

    private static boolean isLabelled(String line) {
        return LABELLED.matcher(FIGURES.matcher(line).replaceFirst("")).find();
    }

    private List<String> hinted() {
        if (hinted == null) {
            hinted = outline.marked().stream()
                    .filter(ShownDates::isHint)
                    .limit(MOST)
                    .map(Marked::element)
                    .map(MetadataReader::shortText)
                    .filter(PageDate::namesYear)
                    .toList();
        }
        return hinted;
    }

    private static boolean isHint(Marked named) {
        return named.hasInClass(CLASSES) || named.hasInId(IDS);
    }

    private List<String> lines() {
        if (lines == null) {
            lines = outline.lines().all().stream()
                    .filter(line -> line.figures() && line.signs() <= SHORT)
                    .map(line -> line.element().ownText())
                    .filter(text -> text.length() <= SHORT && PageDate.namesYear(text))
                    .toList();
        }
        return lines;
    }
}
