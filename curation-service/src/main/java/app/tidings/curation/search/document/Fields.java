package app.tidings.curation.search.document;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The fields of the index, and what a document may hold in them. */
public final class Fields {

    /** The shape of the documents; an index of another one is built anew. */
    public static final String SCHEMA = "1";

    public static final String TYPE = "type";
    public static final String ID = "id";

    /** Of what is indexed; by it the sweep sees what is old. */
    public static final String VERSION = "version";

    public static final String PUBLICATION = "publication";
    public static final String STATE = "state";
    public static final String KIND = "kind";
    public static final String LANGUAGE = "language";
    public static final String SECTION = "section";
    public static final String SOURCE = "source";
    public static final String ISSUE = "issue";

    /** The issue that a passage is of; items have none. */
    public static final String OF_ISSUE = "ofIssue";

    public static final String TAKEN_IN = "takenIn";
    public static final String PUBLISHED = "published";
    public static final String STARS = "stars";

    /** What is searched, in the order of its weight. */
    public static final String TITLE = "title";

    public static final String COMMENT = "comment";
    public static final String NAMES = "names";
    public static final String TEXT = "text";
    public static final List<String> SEARCHED = List.of(TITLE, COMMENT, NAMES, TEXT);

    /** The type of an item's document. */
    public static final String ITEM = "item";

    /** The type of the document that stands for a whole past issue: its headline. */
    public static final String HEADLINE = "headline";

    /** The type of what stands in a past issue. */
    public static final String PASSAGE = "passage";

    private Fields() {}

    static void identify(Document document, String type, String id, long version) {
        document.add(new StringField(TYPE, type, Store.NO));
        document.add(new StringField(ID, id, Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(VERSION, version));
    }

    static void word(Document document, String field, @Nullable String word) {
        if (word != null) {
            document.add(new StringField(field, word, Store.NO));
        }
    }

    /** A language tag (BCP 47), found by its first part too. */
    static void language(Document document, String tag) {
        var first = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
        Stream.of(first, tag.toLowerCase(Locale.ROOT)).distinct().forEach(each -> word(document, LANGUAGE, each));
    }

    static void number(Document document, String field, @Nullable Long number) {
        if (number != null) {
            document.add(new LongField(field, number, Store.NO));
        }
    }

    static void words(Document document, String field, Stream<? extends @Nullable String> texts) {
        texts.filter(Objects::nonNull)
                .filter(each -> !each.isBlank())
                .forEach(each -> document.add(new Field(field, each, TextField.TYPE_NOT_STORED)));
    }

    static void stored(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StoredField(field, value));
        }
    }
}
