package app.tidings.ingest.submission.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.ingest.submission.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An issue as GitHub's webhook tells of it; an empty text stands for what the delivery does not say.
 *
 * @param action what was done with it, such as {@code opened}
 * @param address its own page
 * @param author the login of whoever opened it, and {@code profile} their page
 */
record Issue(
        String action, String address, String title, String body, String author, String profile, List<String> labels) {

    private static final int MAX_TITLE = 300;

    Issue {
        labels = List.copyOf(labels);
    }

    /** Reads it out of a delivery. */
    static Issue of(JsonNode delivery) {
        var issue = delivery.path("issue");
        return new Issue(
                text(delivery.path("action")),
                text(issue.path("html_url")),
                text(issue.path("title")),
                text(issue.path("body")),
                text(issue.path("user").path("login")),
                text(issue.path("user").path("html_url")),
                issue.path("labels")
                        .valueStream()
                        .map(label -> text(label.path("name")))
                        .toList());
    }

    /** One for each link in it, always the same ones; its title is that of the page where there is but one. */
    List<Offer> offers(String publication) {
        var links = IssueLinks.in(title, body, address);
        var pageTitle = links.size() == 1 && !title.contains("://") ? title : "";
        var key = "issue " + Ids.contentHash(address.getBytes(UTF_8));
        return links.stream()
                .map(link -> new Offer(
                        publication,
                        link,
                        pageTitle.substring(0, Math.min(pageTitle.length(), MAX_TITLE)),
                        address,
                        author,
                        profile,
                        null,
                        null,
                        key,
                        "github"))
                .toList();
    }

    private static String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.asString() : "";
    }
}
