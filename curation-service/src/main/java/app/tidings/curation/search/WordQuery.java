package app.tidings.curation.search;

import app.tidings.contracts.BadValue;
import app.tidings.curation.search.document.Fields;
import app.tidings.curation.search.document.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What people type into a search box: words, all of which must occur, {@code "phrases"}, and {@code -words} that must not.
 * Whatever else they type is text, so there is nothing that could be written wrong. The number of terms is bounded by the
 * length, and no sign stands for many words, so a query has a bounded price. Pure.
 */
final class WordQuery {

    static final int MAX_LENGTH = 200;

    private static final Pattern QUOTES = Pattern.compile("[“”„＂«»「」『』]");
    private static final Pattern PARTS =
            Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Map<String, Float> WEIGHTS =
            Map.of(Fields.TITLE, 4f, Fields.COMMENT, 2f, Fields.NAMES, 1.5f, Fields.TEXT, 1f);

    /** What is found in another field too counts a little. */
    private static final float OTHER_FIELDS = 0.1f;

    /** Chinese text of up to so many pairs has to occur as it was typed; of a longer one, most pairs. */
    private static final int LONGEST_EXACT = 3;

    private static final double MOST = 2.0 / 3;

    private WordQuery() {}

    /** Terms that belong together: a word in letters, or a run of Chinese, Japanese or Korean characters. */
    private record Run(List<Word> words, boolean eastAsian) {}

    /** @param position in the text, as the index counts it */
    private record Word(String term, int position, String type) {

        boolean eastAsian() {
            return isPair() || type.equals(CJKBigramFilter.SINGLE_TYPE);
        }

        boolean isPair() {
            return type.equals(CJKBigramFilter.DOUBLE_TYPE);
        }
    }

    /** The query; refuses only what is too long. */
    static Query parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw new BadValue("q has at most %d characters".formatted(MAX_LENGTH));
        }
        var parts = PARTS.matcher(QUOTES.matcher(typed).replaceAll("\""));
        var query = new BooleanQuery.Builder();
        var wanted = 0;
        var unwanted = 0;
        while (parts.find()) {
            var minus = !parts.group(1).isEmpty();
            var found = parts.group(2) == null ? ofWord(parts.group(3)) : ofPhrase(parts.group(2));
            for (var each : found) {
                query.add(each, minus ? Occur.MUST_NOT : Occur.MUST);
            }
            wanted += minus ? 0 : found.size();
            unwanted += minus ? found.size() : 0;
        }
        if (wanted == 0 && unwanted == 0) {
            return new MatchNoDocsQuery("nothing that could be looked for");
        }
        return wanted > 0
                ? query.build()
                : query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build();
    }

    private static List<Query> ofPhrase(String phrase) {
        var words = words(phrase);
        return words.isEmpty() ? List.of() : List.of(inAnyField(field -> exact(field, words)));
    }

    private static List<Query> ofWord(String word) {
        return runs(words(word)).stream()
                .map(run -> inAnyField(field -> run.eastAsian() && run.words().size() > LONGEST_EXACT
                        ? mostOf(field, run.words())
                        : exact(field, run.words())))
                .toList();
    }

    private static Query inAnyField(Function<String, Query> inField) {
        var fields = Fields.SEARCHED.stream()
                .map(field -> (Query) new BoostQuery(inField.apply(field), WEIGHTS.getOrDefault(field, 1f)))
                .toList();
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }

    private static Query exact(String field, List<Word> words) {
        if (words.size() == 1) {
            return new TermQuery(new Term(field, words.getFirst().term()));
        }
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(
                new Term(field, word.term()), word.position() - words.getFirst().position()));
        return phrase.build();
    }

    private static Query mostOf(String field, List<Word> words) {
        var terms = words.stream().map(Word::term).distinct().toList();
        var some = new BooleanQuery.Builder().setMinimumNumberShouldMatch((int) Math.ceil(MOST * terms.size()));
        terms.forEach(term -> some.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(some.build(), Occur.MUST)
                .add(exact(field, words), Occur.SHOULD)
                .build();
    }

    private static List<Run> runs(List<Word> words) {
        var runs = new ArrayList<Run>();
        for (var word : words) {
            if (runs.isEmpty() || runs.getLast().eastAsian() != word.eastAsian()) {
                runs.add(new Run(new ArrayList<>(), word.eastAsian()));
            }
            runs.getLast().words().add(word);
        }
        return runs;
    }

    /** As the index has them, but without the single characters that are in a pair. */
    private static List<Word> words(String text) {
        var all = allWords(text);
        var pairs = all.stream().filter(Word::isPair).map(Word::position).collect(Collectors.toSet());
        return all.stream()
                .filter(word -> word.isPair()
                        || !(pairs.contains(word.position()) || pairs.contains(word.position() - 1))
                        || !word.eastAsian())
                .toList();
    }

    private static List<Word> allWords(String text) {
        try (var stream = Words.OF_TEXTS.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            var words = new ArrayList<Word>();
            var position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                words.add(new Word(term.toString(), position, type.type()));
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
