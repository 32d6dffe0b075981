package app.tidings.curation.imports;

import app.tidings.contracts.Credit;
import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.line.Markup.Reference;
import app.tidings.curation.archive.line.Stars;
import app.tidings.curation.text.PlainText;
import app.tidings.platform.address.Canonical;
import app.tidings.platform.address.CanonicalUrl;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item's comment without the stars and the credit that stand in brackets of their own: those are printed by the profile's
 * patterns. What is part of a sentence stays where it is.
 *
 * @param markdown may be empty
 * @param stars none where the text tells of several repositories, or of none
 */
record PastComment(String markdown, @Nullable Integer stars, List<Credit> credits) {

    private static final String COUNT = "(?:stars?\\s*[0-9][0-9.,]*\\s*[KkWw万]?|[0-9][0-9.,]*\\s*[KkWw万]?\\s*stars?)";
    private static final Pattern STARS =
            Pattern.compile("(?<!\\s)\\s*+[（(]\\s*" + COUNT + "\\s*[)）]", Pattern.CASE_INSENSITIVE);
    private static final String AND = "[\\s，,、；;/|｜]{1,4}";
    private static final int LONGEST_NAME = 200;

    static PastComment of(Item item) {
        var markdown = apart(item);
        Integer stars = null;
        var told = STARS.matcher(markdown).results().toList();
        if (told.size() == 1) {
            stars = Stars.in(told.getFirst().group()).stream()
                    .findFirst()
                    .map(Stars::value)
                    .orElse(null);
            markdown = STARS.matcher(markdown).replaceFirst("");
        }
        var name = item.contributor().map(each -> PlainText.line(each, LONGEST_NAME));
        if (name.isPresent()) {
            markdown =
                    credit(item.contributor().orElseThrow()).matcher(markdown).replaceFirst("");
        }
        return new PastComment(
                PlainText.markdown(markdown),
                stars,
                name.map(each -> List.of(new Credit(each, page(item, each)))).orElse(List.of()));
    }

    /** The text with brackets that hold both stars and credit as brackets of their own. */
    private static String apart(Item item) {
        var markdown = item.text().markdown();
        if (item.contributor().isEmpty()) {
            return markdown;
        }
        var credit = "[^（）()，,；;]{0,12}" + named(item.contributor().get()) + "[^（）()]{0,12}";
        var both = Pattern.compile(
                "[（(]\\s*(?:(?<stars>%1$s)%2$s(?<credit>%3$s)|(?<before>%3$s)%2$s(?<behind>%1$s))[)）]"
                        .formatted(COUNT, AND, credit),
                Pattern.CASE_INSENSITIVE);
        return both.matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group("stars") == null
                                ? "（%s）（%s）".formatted(found.group("before"), found.group("behind"))
                                : "（%s）（%s）".formatted(found.group("stars"), found.group("credit"))));
    }

    /** The name, be it a link, in brackets of their own or at the beginning. */
    private static Pattern credit(String name) {
        var named = named(name);
        return Pattern.compile("(?<!\\s)\\s*+[（(][^（）()]{0,12}" + named + "[^（）()]{0,12}[)）]|(?m:^)[ \\t\\u3000]*+"
                + named + "\\s*(?:投稿|分享)\\s*[:：]\\s*");
    }

    private static String named(String name) {
        return "[@＠]?\\s*\\[?[@＠]?" + Pattern.quote(name) + "(?:]\\([^\\s)]*\\))?";
    }

    private static @Nullable URI page(Item item, String name) {
        return item.text().links().stream()
                .filter(link -> link.text().equals(name))
                .map(Reference::url)
                .map(PastComment::clean)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    static Optional<URI> clean(String address) {
        return CanonicalUrl.clean(address) instanceof Canonical.Valid(var url) ? Optional.of(url) : Optional.empty();
    }
}
