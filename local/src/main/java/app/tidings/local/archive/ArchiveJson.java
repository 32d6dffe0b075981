package app.tidings.local.archive;

import app.tidings.curation.archive.ArchiveFile;
import app.tidings.curation.archive.Finding;
import app.tidings.curation.archive.PastIssue;
import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.PastIssue.Section;
import app.tidings.curation.archive.Topic;
import app.tidings.curation.archive.line.LanguageMark;
import app.tidings.curation.archive.line.Markup.Picture;
import app.tidings.curation.archive.line.Passage;
import app.tidings.curation.archive.line.Stars;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was read, as one JSON document: {@code {"issues": [{file, number, title, date, sections: [{name, items: […]}]}], "findings": […]}}. */
final class ArchiveJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ArchiveJson() {}

    static void print(List<ArchiveFile> files, PrintStream out) {
        out.println(JSON.writeValueAsString(of(files)));
    }

    /** The document as maps and lists. */
    static Map<String, Object> of(List<ArchiveFile> files) {
        var issues = files.stream()
                .flatMap(file -> file.issues().stream().map(issue -> issue(file.name(), issue)))
                .toList();
        var findings = files.stream()
                .flatMap(file -> file.findings().stream().map(finding -> finding(file.name(), finding)))
                .toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("issues", issues);
        json.put("findings", findings);
        return json;
    }

    private static Map<String, @Nullable Object> finding(String file, Finding finding) {
        var json = object();
        json.put("file", file);
        json.put("line", finding.line());
        json.put("message", finding.message());
        return json;
    }

    private static Map<String, @Nullable Object> issue(String file, PastIssue issue) {
        var json = object();
        json.put("file", file);
        json.put("line", issue.line());
        json.put("number", issue.number());
        json.put("title", issue.title());
        json.put("date", issue.date() == null ? null : issue.date().toString());
        json.put("author", issue.author());
        json.put("language", issue.language());
        json.put("format", word(issue.format()));
        json.put("intro", text(issue.intro()));
        json.put("claimed", issue.claimed().isEmpty() ? null : issue.claimed());
        json.put("sections", issue.sections().stream().map(ArchiveJson::section).toList());
        return json;
    }

    private static Map<String, @Nullable Object> section(Section section) {
        var json = object();
        json.put("name", section.name());
        json.put("emoji", section.emoji());
        json.put("kind", kind(section));
        json.put("raw", section.raw());
        json.put("link", section.link());
        json.put("line", section.line());
        if (section.teaser()) {
            json.put("teaser", true);
        }
        if (section.hasItems()) {
            json.put("lead_paragraphs", section.text().paragraphs());
        } else {
            json.putAll(text(section.text()));
        }
        json.put("items", section.items().stream().map(ArchiveJson::item).toList());
        return json;
    }

    private static String kind(Section section) {
        if (section.topic() == Topic.OTHER) {
            return section.hasItems() ? "other" : "meta";
        }
        return section.topic().isOfItems() ? word(section.topic()) : "meta";
    }

    private static Map<String, @Nullable Object> item(Item item) {
        var json = object();
        json.put("n", item.number());
        json.put("line", item.line());
        json.put("lang_mark", item.mark().map(LanguageMark::text).orElse(null));
        json.put("lang_en", item.mark().filter(LanguageMark::english).isPresent());
        json.put("head_link", item.headLink());
        json.put("title", item.title());
        json.put("url", item.url());
        json.put("removed", item.removed());
        json.put("multi_link", !item.text().links().isEmpty());
        json.put("group", item.isGroup());
        json.put(
                "stars", item.stars().isEmpty() ? null : item.stars().getFirst().value());
        json.put("stars_all", item.stars().stream().map(ArchiveJson::stars).toList());
        json.put("contributor", item.contributor().orElse(null));
        json.put("code_blocks", item.text().codeBlocks());
        json.putAll(text(item.text()));
        return json;
    }

    private static Map<String, @Nullable Object> stars(Stars stars) {
        var json = object();
        json.put("raw", stars.raw());
        json.put("value", stars.value());
        json.put("canonical", stars.canonical());
        return json;
    }

    private static Map<String, @Nullable Object> text(Passage text) {
        var json = object();
        json.put("paragraphs", text.paragraphs());
        json.put("links", text.links());
        json.put("images", text.images().stream().map(Picture::url).toList());
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> object() {
        return new LinkedHashMap<>();
    }
}
