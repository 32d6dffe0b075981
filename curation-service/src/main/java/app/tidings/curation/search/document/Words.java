package app.tidings.curation.search.document;

import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Text to words: words of Unicode (UAX 29) in lower case, English ones without their plural, and Chinese, Japanese and Korean
 * as pairs of neighbouring characters, so that whatever stands together in a text is found without a dictionary. The
 * single characters are there too, for queries of one.
 */
public final class Words extends Analyzer {

    private static final NormalizeCharMap SIGNS = signs();

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    /** It keeps nothing between two texts, so one serves all. */
    public static final Words OF_TEXTS = new Words();

    private Words() {}

    /** Names that are signs for the most part, and signs inside of a word that part it: {@code node.js}, {@code snake_case}. */
    private static NormalizeCharMap signs() {
        var signs = new NormalizeCharMap.Builder();
        for (var name : List.of("c", "f")) {
            Stream.of(name, name.toUpperCase(Locale.ROOT)).forEach(each -> signs.add(each + "#", name + "sharp"));
        }
        Stream.of("c", "C").forEach(each -> signs.add(each + "++", "cplusplus"));
        Stream.of(".", "_", "’").forEach(each -> signs.add(each, each.equals("’") ? "'" : " "));
        return signs.build();
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new MappingCharFilter(SIGNS, text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(new CJKWidthFilter(words));
        stream = new EnglishMinimalStemFilter(new EnglishPossessiveFilter(stream));
        return new TokenStreamComponents(words, new CJKBigramFilter(stream, ALL_SCRIPTS, true));
    }
}
