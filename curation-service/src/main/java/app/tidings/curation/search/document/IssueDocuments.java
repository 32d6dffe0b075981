package app.tidings.curation.search.document;

import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.Entry;
import app.tidings.contracts.Manuscript.Part;
import app.tidings.curation.issue.Issue;
import app.tidings.curation.issue.Issue.Frozen;
import app.tidings.curation.search.document.Passage.Printed;
import app.tidings.curation.search.document.Passage.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** A past issue as it stands in the index: a document for its headline, and one for each entry and each block. Pure. */
public final class IssueDocuments {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private final Issue issue;
    private final Printed printed;
    private final List<Document> documents = new ArrayList<>();

    private IssueDocuments(Issue issue, int number) {
        this.issue = issue;
        this.printed = new Printed(issue.id(), number, issue.date());
    }

    /** None for an issue that has not gone out. */
    public static List<Document> of(Issue issue) {
        var frozen = issue.frozen();
        if (!issue.state().wentOut() || frozen == null || frozen.number() == null) {
            return List.of();
        }
        return new IssueDocuments(issue, frozen.number()).all(frozen);
    }

    private List<Document> all(Frozen frozen) {
        add(
                Fields.HEADLINE,
                new Passage(
                        issue.id(),
                        printed,
                        null,
                        null,
                        null,
                        null,
                        each(issue.headline(), title -> new Text(title, ""))));
        for (var part : frozen.parts()) {
            part.entries().forEach(entry -> add(Fields.PASSAGE, passage(part, entry)));
        }
        issue.blocks().forEach(block -> add(Fields.PASSAGE, passage(block)));
        return documents;
    }

    private Passage passage(Part part, Entry entry) {
        return new Passage(
                nextId(),
                printed,
                part.section(),
                null,
                entry.itemId(),
                entry.url(),
                each(entry.texts(), text -> new Text(text.title(), plain(text.comment()))));
    }

    private Passage passage(Block block) {
        var texts = new HashMap<String, Text>();
        block.text()
                .forEach((language, text) ->
                        texts.put(language, new Text(block.heading().getOrDefault(language, ""), plain(text))));
        return new Passage(nextId(), printed, null, block.kind().name().toLowerCase(Locale.ROOT), null, null, texts);
    }

    private String nextId() {
        return issue.id() + "#" + documents.size();
    }

    private static String plain(String markdown) {
        return PLAIN.render(MARKDOWN.parse(markdown)).strip();
    }

    private static <T> Map<String, Text> each(Map<String, T> byLanguage, Function<T, Text> text) {
        return byLanguage.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> text.apply(entry.getValue())));
    }

    private void add(String type, Passage passage) {
        var document = new Document();
        Fields.identify(document, type, passage.id(), issue.version());
        Fields.word(document, Fields.PUBLICATION, issue.publicationId());
        Fields.word(document, Fields.OF_ISSUE, issue.id());
        Fields.word(document, Fields.ISSUE, issue.id());
        Fields.word(document, Fields.ISSUE, Integer.toString(printed.number()));
        Fields.word(document, Fields.SECTION, passage.section());
        Fields.number(
                document,
                Fields.PUBLISHED,
                printed.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        passage.texts().keySet().forEach(language -> Fields.language(document, language));
        Fields.words(document, Fields.TITLE, passage.texts().values().stream().map(Text::title));
        Fields.words(document, Fields.TEXT, passage.texts().values().stream().map(Text::text));
        passage.store(document);
        documents.add(document);
    }
}
