package app.tidings.local.newsroom;

import static app.tidings.local.newsroom.Template.escaped;

import app.tidings.local.newsroom.Page.Kind;
import app.tidings.local.newsroom.Site.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a page's head says about it: as much as its site cares to tell. */
record PageHead(Origin origin, Site site, Page page, String language) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SCHEMA = "https://schema.org/";

    String html() {
        var lines = new ArrayList<String>();
        lines.add("<link rel=\"alternate\" type=\"%s\" href=\"%s\">"
                .formatted(site.feed().format().mediaType().split(";", 2)[0], origin.address(site.feedPath())));
        if (site.metadata().contains(Metadata.DESCRIPTION)) {
            lines.add(meta("name", "description", page.front().summary()));
            lines.add(meta("name", "author", page.front().author()));
        }
        if (site.metadata().contains(Metadata.OPEN_GRAPH)) {
            openGraph().forEach((name, value) -> lines.add(meta("property", name, value)));
            lines.add("<link rel=\"canonical\" href=\"%s\">".formatted(origin.address(page)));
        }
        if (site.metadata().contains(Metadata.JSON_LD)) {
            lines.add("<script type=\"application/ld+json\">%s</script>"
                    .formatted(MAPPER.writeValueAsString(linkedData()).replace("<", "\\u003c")));
        }
        return String.join("\n", lines);
    }

    private static String meta(String key, String name, String content) {
        return "<meta %s=\"%s\" content=\"%s\">".formatted(key, name, escaped(content));
    }

    private Map<String, String> openGraph() {
        var told = new LinkedHashMap<String, String>();
        told.put("og:type", page.front().kindOrArticle() == Kind.EPISODE ? "music.song" : "article");
        told.put("og:title", page.title());
        told.put("og:url", origin.address(page).toString());
        told.put("og:site_name", site.name());
        told.put("og:description", page.front().summary());
        told.put("og:locale", language.equals("zh") ? "zh_CN" : "en_GB");
        told.put("article:published_time", origin.published(page).toString());
        if (page.front().figure() != null) {
            told.put("og:image", figure());
            told.put("og:image:alt", String.valueOf(page.front().figureAlt()));
        }
        if (page.front().kindOrArticle() == Kind.EPISODE) {
            told.put("og:audio", origin.address(PageHtml.audioOf(page)).toString());
        }
        return told;
    }

    private Map<String, Object> linkedData() {
        var told = new LinkedHashMap<String, Object>();
        told.put("@context", SCHEMA.substring(0, SCHEMA.length() - 1));
        told.put("@type", type());
        told.put(page.front().kindOrArticle() == Kind.ARTICLE ? "headline" : "name", page.title());
        told.put("url", origin.address(page).toString());
        told.put("description", page.front().summary());
        told.put("inLanguage", language);
        told.put("datePublished", origin.published(page).toString());
        told.put("author", Map.of("@type", "Person", "name", page.front().author()));
        told.put("publisher", Map.of("@type", "Organization", "name", site.name()));
        if (page.front().figure() != null) {
            told.put("image", List.of(figure()));
        }
        told.putAll(ofItsKind());
        return told;
    }

    private String type() {
        return switch (page.front().kindOrArticle()) {
            case ARTICLE -> "BlogPosting";
            case REPOSITORY -> "SoftwareSourceCode";
            case EPISODE -> "PodcastEpisode";
            case DISCUSSION -> "DiscussionForumPosting";
        };
    }

    private Map<String, Object> ofItsKind() {
        return switch (page.front().kindOrArticle()) {
            case ARTICLE -> Map.of("keywords", page.tags());
            case REPOSITORY ->
                Map.of(
                        "codeRepository", origin.address(page).toString(),
                        "programmingLanguage", String.valueOf(page.front().programming()),
                        "license", String.valueOf(page.front().license()),
                        "interactionStatistic",
                                counted("LikeAction", page.front().stars()));
            case EPISODE ->
                Map.of(
                        "episodeNumber", String.valueOf(page.front().number()),
                        "timeRequired", String.valueOf(page.front().duration()),
                        "associatedMedia",
                                Map.of(
                                        "@type",
                                        "MediaObject",
                                        "contentUrl",
                                        origin.address(PageHtml.audioOf(page)).toString()));
            case DISCUSSION ->
                Map.of(
                        "interactionStatistic",
                        counted("CommentAction", page.replies().size()));
        };
    }

    private static Map<String, Object> counted(String action, int count) {
        return Map.of("@type", "InteractionCounter", "interactionType", SCHEMA + action, "userInteractionCount", count);
    }

    private String figure() {
        return origin.address("/figures/" + page.front().figure() + ".png").toString();
    }
}
