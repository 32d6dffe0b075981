package app.tidings.curation.page.metadata;

import app.tidings.curation.page.metadata.author.AuthorNames;
import app.tidings.curation.page.metadata.author.ShownAuthors;
import app.tidings.curation.page.metadata.thing.Thing;
import app.tidings.curation.page.outline.Opening;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who wrote a page: as it says for machines, else as its readers see it. */
final class AuthorFinder {

    private static final int MOST = 5;
    private static final Pattern TURNED = Pattern.compile("^([^,]+),\\s*([^,]+)$");

    private final Statements stated;
    private final Thing json;
    private final Thing micro;
    private final MetaTags tags;
    private final Opening opening;

    AuthorFinder(Statements stated, Opening opening) {
        this.stated = stated;
        this.json = stated.json();
        this.micro = stated.micro();
        this.tags = stated.tags();
        this.opening = opening;
    }

    @Nullable
    String find() {
        return Stream.<Supplier<@Nullable String>>of(
                        this::cited,
                        () -> json.names("author"),
                        () -> json.names("creator"),
                        () -> tags.first("author"),
                        () -> tags.first("article:author"),
                        () -> tags.first("og:article:author"),
                        () -> tags.first("parsely-author"),
                        () -> tags.first("sailthru.author"),
                        () -> tags.first("byl"),
                        () -> tags.first("dc.creator", "dc:creator", "dcterms.creator"),
                        () -> micro.names("author"))
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .map(AuthorNames::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new ShownAuthors(stated.outline(), opening).find());
    }

    /** Authors of a paper, each in a tag of its own, as {@code Family, Given} or in reading order. */
    private @Nullable String cited() {
        var names = stated.outline().statements().stream()
                .filter(each -> each.normalName().equals("meta")
                        && each.attr("name").strip().equalsIgnoreCase("citation_author"))
                .limit(MOST)
                .map(each -> each.attr("content").strip())
                .filter(each -> !each.isEmpty())
                .map(each -> TURNED.matcher(each).replaceFirst("$2 $1"))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }
}
