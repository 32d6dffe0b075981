package app.tidings.ingest.connector;

import app.tidings.ingest.feed.Parsed.PushLinks;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Fetched.Answer;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the changes of a feed are told (WebSub §4).
 *
 * @param hubs in the order of the feed, at least one; http or https, and no more is checked here
 * @param topic the address under which hubs know the feed, as it was written, since they compare it letter by letter
 */
public record HubLinks(List<URI> hubs, String topic) {

    private static final Pattern LINK =
            Pattern.compile("<([^<>]*+)>((?:[^\"<,]++|\"(?:[^\"\\\\]++|\\\\.)*+\")*+)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G\\s*+;\\s*+([\\w*-]++)\\s*+(?:=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s;,\"]*+)))?",
            Pattern.DOTALL);

    public HubLinks {
        hubs = List.copyOf(hubs);
    }

    /** What the headers of an answer say, and where they are silent its content; null without both hub and topic. */
    static @Nullable HubLinks of(Answer answer, PushLinks content) {
        var headers = inHeader(answer.header("link"));
        var base = ConditionalRead.base(answer);
        var hubs = (headers.hubs().isEmpty() ? content : headers)
                .hubs().stream()
                        .map(hub -> absolute(base, hub))
                        .filter(Objects::nonNull)
                        .map(URI::create)
                        .toList();
        var self = headers.self() == null ? content.self() : headers.self();
        var topic = self == null ? null : written(base, self.strip());
        return hubs.isEmpty() || topic == null ? null : new HubLinks(hubs, topic);
    }

    /** Reads a {@code Link} header (RFC 8288 §3); links of another context than the answer are passed over (§3.2). */
    static PushLinks inHeader(@Nullable String header) {
        var links = PushLinks.NONE;
        var each = LINK.matcher(header == null ? "" : header);
        while (each.find()) {
            links = links.with(relations(each.group(2)), each.group(1).strip());
        }
        return links;
    }

    private static @Nullable String relations(String parameters) {
        String relations = null;
        var parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("anchor")) {
                return null;
            }
            if (parameter.group(1).equalsIgnoreCase("rel") && relations == null) {
                relations = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            }
        }
        return relations;
    }

    private static @Nullable String written(HttpUrl base, String address) {
        return HttpUrl.parse(address) instanceof HttpUrl.Parsed.Good ? address : absolute(base, address);
    }

    private static @Nullable String absolute(HttpUrl base, String address) {
        return base.resolve(address.strip()) instanceof HttpUrl.Parsed.Good(var url)
                ? url.withoutFragment().toString()
                : null;
    }
}
