package app.tidings.render.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.render.feed.Feed.Item;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A feed as JSON Feed 1.1. */
final class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private record Whole(
            String version,
            String title,
            URI homePageUrl,
            URI feedUrl,
            String description,
            String language,
            List<Author> authors,
            @JsonProperty("_tidings") @Nullable Extension extension,
            List<Issue> items) {}

    private record Author(String name, @Nullable URI url) {}

    /** What the format has no word for. */
    private record Extension(String license) {}

    private record Issue(
            String id,
            URI url,
            String title,
            String contentHtml,
            String summary,
            @Nullable String image,
            String datePublished,
            String dateModified) {}

    private JsonFeed() {}

    static byte[] write(Feed feed) {
        var masthead = feed.masthead();
        var imprint = masthead.imprint();
        var whole = new Whole(
                VERSION,
                masthead.name(),
                masthead.index(),
                feed.self(),
                feed.description(),
                feed.language(),
                List.of(new Author(imprint.publisher(), imprint.homepage())),
                imprint.license() == null ? null : new Extension(imprint.license()),
                feed.items().stream().map(JsonFeed::issue).toList());
        return MAPPER.writeValueAsString(whole).getBytes(UTF_8);
    }

    private static Issue issue(Item item) {
        return new Issue(
                item.id(),
                item.page(),
                item.title(),
                item.html(),
                item.summary(),
                item.image(),
                FeedXml.rfc3339(item.published()),
                FeedXml.rfc3339(item.updated()));
    }
}
