package app.tidings.curation.linkcheck;

import app.tidings.curation.issue.Issue;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** All the links that an issue shows: of its entries, in each language, in their comments, in its blocks. Pure. */
public final class IssueLinks {

    private static final Pattern BARE = Pattern.compile("https?://[^\\s<>\"'（）《》，。；、]+");
    private static final Pattern TRAILING = Pattern.compile("[).,;:!?*_]+$");
    private static final Parser MARKDOWN = Parser.builder().build();

    /**
     * A link of an issue.
     *
     * @param itemId the entry that shows it; none: a block
     */
    public record IssueLink(URI url, @Nullable String itemId) {}

    private IssueLinks() {}

    /** The links in no order that matters, each once for each entry. */
    public static List<IssueLink> of(Issue issue, Collection<Item> items) {
        var entries = items.stream()
                .flatMap(item -> Stream.of(Stream.of(item.url()), ofLanguages(item), inComments(item))
                        .flatMap(urls -> urls)
                        .map(url -> new IssueLink(url, item.id())));
        var blocks = issue.blocks().stream()
                .flatMap(block -> block.text().values().stream())
                .flatMap(IssueLinks::in)
                .map(url -> new IssueLink(url, null));
        return Stream.concat(entries, blocks).distinct().toList();
    }

    private static Stream<URI> ofLanguages(Item item) {
        return item.edits().texts().values().stream()
                .map(EditedText::url)
                .filter(Objects::nonNull)
                .map(URI::toString)
                .map(IssueLinks::read)
                .flatMap(Optional::stream);
    }

    private static Stream<URI> inComments(Item item) {
        return item.edits().texts().values().stream().map(EditedText::comment).flatMap(IssueLinks::in);
    }

    private static Stream<URI> in(String markdown) {
        var found = new Found();
        MARKDOWN.parse(markdown).accept(found);
        return found.links.stream().map(IssueLinks::read).flatMap(Optional::stream);
    }

    private static Optional<URI> read(String address) {
        return HttpUrl.parse(address) instanceof Parsed.Good(var url)
                ? Optional.of(url.withoutFragment().uri())
                : Optional.empty();
    }

    private static final class Found extends AbstractVisitor {

        private final List<String> links = new ArrayList<>();

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
        }

        /** What stands there as an address is made a link by many a reader's program. */
        @Override
        public void visit(Text text) {
            BARE.matcher(text.getLiteral())
                    .results()
                    .map(each -> TRAILING.matcher(each.group()).replaceAll(""))
                    .forEach(links::add);
        }
    }
}
