package app.tidings.curation.page.outline;

import app.tidings.curation.page.part.Elsewhere;
import app.tidings.curation.page.part.Tags;
import app.tidings.curation.page.part.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the headline of a page and its running text, where pages say who wrote it and when. It is looked for when
 * somebody asks first, for most pages say that for machines. For one thread.
 */
public final class Opening {

    private static final int MOST = 150;

    /** Weight of a text that is a sentence or more. */
    private static final int SENTENCE = 60;

    /** Weight of sentences behind which the article has begun: before that there may be a standfirst. */
    private static final int BEGUN = 400;

    /** Signs of a headline that is more than the name of a site or a column. */
    private static final int SHORTEST = 6;

    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String[] TITLES = {"title", "headline", "subject"};

    private final Outline outline;
    private final String title;
    private @Nullable List<Element> elements;
    private @Nullable Elsewhere elsewhere;
    private @Nullable Element headline;
    private boolean sought;

    /** Of a page that is titled so. */
    public Opening(Outline outline, @Nullable String title) {
        this.outline = outline;
        this.title = title == null ? "" : plain(title);
    }

    /** Its elements in the order of the page; none where no headline can be told, and none of the sentences themselves. */
    public List<Element> elements() {
        if (elements == null) {
            var after = headline();
            elements = after == null ? List.of() : behind(after);
        }
        return elements;
    }

    /** Whether something stands among what others wrote. */
    public boolean isElsewhere(Element element) {
        if (elsewhere == null) {
            elsewhere = Elsewhere.than(headline());
        }
        return elsewhere.holds(element);
    }

    /** The element that shows the title, or else the first that shows much of it. */
    private @Nullable Element headline() {
        if (!sought) {
            var first = outline.headlines().stream().limit(MOST).toList();
            headline = first.stream()
                    .filter(each -> shown(each).equals(title))
                    .findFirst()
                    .or(() -> amongNamed(first))
                    .or(() -> title.isEmpty() ? first.stream().findFirst() : Optional.empty())
                    .orElse(null);
            sought = true;
        }
        return headline;
    }

    private Optional<Element> amongNamed(List<Element> first) {
        var named = outline.marked().stream()
                .filter(each -> each.hasInClass(TITLES))
                .limit(MOST)
                .map(Marked::element);
        var all = Stream.concat(first.stream(), named).toList();
        return all.stream()
                .filter(each -> shown(each).equals(title))
                .findFirst()
                .or(() -> all.stream().filter(this::showsMuch).findFirst());
    }

    private boolean showsMuch(Element element) {
        var shown = shown(element);
        return shown.length() >= SHORTEST && (title.contains(shown) || (!title.isEmpty() && shown.contains(title)));
    }

    private static String shown(Element element) {
        return plain(ShortText.of(element));
    }

    private static String plain(String text) {
        return UNWORDY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static List<Element> behind(Element headline) {
        List<Element> found = new ArrayList<>();
        var read = 0;
        for (var each = past(headline); each != null && found.size() < MOST && read < BEGUN; ) {
            var own = Tags.isMute(each) ? 0 : own(each);
            if (own >= SENTENCE || Tags.isMute(each)) {
                read += own;
                each = past(each);
            } else {
                read += own / 2; // of a list of what is new no line is a sentence
                found.add(each);
                each = each.firstElementChild() == null ? past(each) : each.firstElementChild();
            }
        }
        return found;
    }

    /** The next element that does not stand inside this one. */
    private static @Nullable Element past(Element element) {
        for (var each = element; each != null; each = each.parent()) {
            var next = each.nextElementSibling();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private static int own(Element element) {
        var weight = 0;
        for (var i = 0; i < element.childNodeSize(); i++) {
            weight += element.childNode(i) instanceof TextNode text ? Weight.of(text.getWholeText()) : 0;
        }
        return weight;
    }
}
