package app.tidings.local.newsroom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the newsroom says in JSON: feeds, and the facts of repositories in the shape of GitHub's REST API. */
final class JsonDocuments {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonDocuments() {}

    /** JSON Feed 1.1. */
    static String feed(Origin origin, Site site, List<Shown> shown) {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", site.name());
        feed.put("description", site.tagline());
        feed.put("home_page_url", origin.address(site.home()).toString());
        feed.put("feed_url", origin.address(site.feedPath()).toString());
        feed.put("language", site.language());
        feed.put("items", shown.stream().map(JsonDocuments::item).toList());
        return MAPPER.writeValueAsString(feed);
    }

    private static Map<String, Object> item(Shown each) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", each.id());
        item.put("url", each.address().toString());
        item.put("title", each.page().title());
        item.put("summary", each.summary());
        item.put("content_text", each.summary());
        item.put("date_published", each.at().toString());
        item.put("authors", List.of(Map.of("name", each.page().front().author())));
        item.put("tags", each.page().tags());
        return item;
    }

    /** A repository as GitHub's {@code GET /repos/{owner}/{repo}} tells it. */
    static String repository(Origin origin, Page page) {
        var front = page.front();
        var name = page.slug().split("/", 2);
        var told = new LinkedHashMap<String, Object>();
        told.put("name", name[1]);
        told.put("full_name", page.slug());
        told.put("owner", Map.of("login", name[0], "type", "Organization"));
        told.put("private", false);
        told.put("html_url", origin.address(page).toString());
        told.put("description", front.summary());
        told.put("fork", false);
        told.put("archived", false);
        told.put("stargazers_count", front.stars());
        told.put("forks_count", front.forks());
        told.put("language", String.valueOf(front.programming()));
        told.put("license", Map.of("spdx_id", String.valueOf(front.license())));
        told.put("topics", page.tags());
        told.put("default_branch", "main");
        told.put("pushed_at", origin.published(page).toString());
        return MAPPER.writeValueAsString(told);
    }
}
