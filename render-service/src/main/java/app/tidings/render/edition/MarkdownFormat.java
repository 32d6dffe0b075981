package app.tidings.render.edition;

import app.tidings.render.edition.Edition.Credits;
import app.tidings.render.edition.Edition.Entry;
import app.tidings.render.edition.Edition.Name;
import app.tidings.render.edition.Edition.Notice;
import app.tidings.render.edition.Edition.Picture;
import app.tidings.render.edition.Edition.Section;
import app.tidings.render.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CommonMark in the shape that Chinese weeklies on GitHub have: front matter, emoji sections, {@code 1、[title](url)}. */
public final class MarkdownFormat implements EditionFormat {

    public static final String NAME = "markdown";

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<~]|&(?=#?\\w+;)|#$");
    private static final int LAST_CIRCLED = 50;
    private static final char FIRST_CJK = '\u2E80';

    @Override
    public List<Printed> print(Edition edition) {
        return List.of(new Printed(NAME, "text/markdown;charset=utf-8", text(edition)));
    }

    static String text(Edition edition) {
        var blocks = new ArrayList<String>();
        blocks.add(head(edition));
        edition.introduction().forEach(notice -> add(blocks, notice));
        if (!edition.count().isEmpty()) {
            blocks.add(edition.count());
        }
        edition.notices().forEach(notice -> add(blocks, notice));
        edition.sections().forEach(section -> add(blocks, edition, section));
        return String.join("\n\n", blocks) + "\n";
    }

    /** Chinese editions have front matter, others and teasers a heading. */
    private static String head(Edition edition) {
        return isChinese(edition) && !edition.teaser()
                ? "---\ntitle: '%s'\npubDate: %s\n---".formatted(edition.title().replace("'", "''"), edition.date())
                : "# " + escaped(edition.title());
    }

    private static boolean isChinese(Edition edition) {
        return Words.primary(edition.language()).equals("zh");
    }

    private static void add(List<String> blocks, Notice notice) {
        if (!notice.heading().isEmpty()) {
            blocks.add("## " + escaped(notice.heading()));
        }
        if (!notice.label().isEmpty()) {
            blocks.add("*" + notice.label() + "*");
        }
        if (!notice.text().isBlank()) {
            blocks.add(notice.text().markdown());
        }
    }

    private static void add(List<String> blocks, Edition edition, Section section) {
        var heading = section.emoji() + escaped(section.name());
        blocks.add(edition.teaser() ? "**" + heading + "**" : "## " + heading);
        for (var entry : section.entries()) {
            blocks.add(number(edition, entry) + title(entry));
            var comment = comment(entry);
            if (!comment.isEmpty()) {
                blocks.add(comment);
            }
            entry.pictures().forEach(picture -> blocks.add(picture(picture)));
        }
        section.after().forEach(notice -> add(blocks, notice));
    }

    private static String number(Edition edition, Entry entry) {
        if (edition.teaser()) {
            return circled(entry.number()) + " ";
        }
        return entry.number() + (isChinese(edition) ? "、" : ". ");
    }

    private static String circled(int number) {
        if (number > LAST_CIRCLED) {
            return "(" + number + ")";
        }
        var first = number <= 20 ? '①' - 1 : number <= 35 ? '㉑' - 21 : '㊱' - 36;
        return Character.toString(first + number);
    }

    private static String title(Entry entry) {
        var title = escaped(entry.title());
        var linked = entry.url() == null ? title : "[" + title + "](" + destination(entry.url()) + ")";
        return linked
                + (entry.mark().isEmpty() ? "" : " " + escaped(entry.mark()))
                + (entry.onlyIn().isEmpty() ? "" : " (" + entry.onlyIn() + ")");
    }

    /** The comment, stars and credits at the end of its last paragraph. */
    private static String comment(Entry entry) {
        var comment = entry.comment().isBlank() ? "" : entry.comment().markdown();
        var end = joined(escaped(entry.starsInText()), credits(entry.credits()));
        return comment.isEmpty() || end.isEmpty() || entry.comment().endsInParagraph()
                ? joined(comment, end)
                : comment + "\n\n" + end;
    }

    /** One behind the other, as the script of the second wants: full-width brackets need no space before them. */
    private static String joined(String first, String second) {
        var apart = first.isEmpty() || second.isEmpty() || second.charAt(0) >= FIRST_CJK ? "" : " ";
        return first + apart + second;
    }

    private static String credits(Credits credits) {
        return credits.names().isEmpty()
                ? ""
                : escaped(credits.before())
                        + credits.names().stream()
                                .map(MarkdownFormat::name)
                                .collect(Collectors.joining(credits.separator()))
                        + escaped(credits.after());
    }

    private static String name(Name credited) {
        var name = escaped(credited.text());
        return credited.url() == null ? name : "@[" + name.substring(1) + "](" + destination(credited.url()) + ")";
    }

    private static String picture(Picture picture) {
        var alt = picture.alt().isEmpty() ? picture.caption() : picture.alt();
        return "![" + escaped(alt) + "](" + picture.url() + ")";
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** Parentheses in pairs are part of an address; others would end it. */
    private static String destination(URI url) {
        var address = url.toString();
        return inPairs(address) ? address : "<" + address + ">";
    }

    private static boolean inPairs(String address) {
        var open = 0;
        for (var index = 0; index < address.length() && open >= 0; index++) {
            open += switch (address.charAt(index)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
        }
        return open == 0;
    }
}
