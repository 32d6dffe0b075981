package app.tidings.curation.page.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells lines that say by whom and when an article was written, how long it is to read, and nothing else. */
final class Byline {

    private static final int LONGEST = 150;
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

    private static final Pattern TELLING = Pattern.compile(
            "\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?[日号]?"
                    + "|" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}"
                    + "|\\d{1,2}(?:st|nd|rd|th)? " + MONTH + ",? \\d{4}"
                    + "|\\d{1,3} ?(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)[ -](?:ago|read)"
                    + "|\\d{1,3} ?(?:秒|分钟|小时|天|周|个月|年)前|[昨前今]天",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BESIDE = Pattern.compile(
            "\\d{1,2}[:.时]\\d{2}(?:[:.分]\\d{2})?秒?(?: ?[ap]\\.?m\\.?)?(?: (?:UTC|GMT|E[SD]?T|P[SD]?T|C[SD]?T))?"
                    + "|发布|发表|更新|编辑|修改|阅读|浏览|于|作者|\\b(?:by|on|at|published|updated|posted|last|written)\\b"
                    + "|[\\s·•|｜丨/,，、:：()（）–—-]",
            Pattern.CASE_INSENSITIVE);

    private final List<String> names;

    Byline(@Nullable String authors) {
        this.names = authors == null ? List.of() : Arrays.asList(authors.split(", ", -1));
    }

    boolean is(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        var rest = line;
        for (var name : names) {
            rest = rest.replace(name, "");
        }
        var told = TELLING.matcher(rest).replaceAll("");
        return !told.equals(line) && BESIDE.matcher(told).replaceAll("").isEmpty();
    }
}
