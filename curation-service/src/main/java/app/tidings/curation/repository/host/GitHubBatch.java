package app.tidings.curation.repository.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.item.Page.Repository;
import app.tidings.platform.fetch.FetchRequest;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GitHub's <a href="https://docs.github.com/en/graphql/reference/objects#repository">GraphQL API</a>, by which many repositories are
 * asked for at once. It takes calls with a token only, and counts them apart from those of the REST API.
 */
public final class GitHubBatch {

    /** So many repositories are asked for at once. */
    public static final int MOST = 100;

    private static final String FIELDS = """
            fragment facts on Repository {
              nameWithOwner stargazerCount isArchived description pushedAt mirrorUrl
              parent { nameWithOwner } licenseInfo { spdxId } repositoryTopics(first: 20) { nodes { topic { name } } }
            }""";

    private final URI endpoint;
    private final String host;
    private final String token;

    /**
     * What is said of one repository.
     *
     * @param repository none where there is nothing to say
     * @param gone whether that is because it is not there
     */
    public record Said(@Nullable Repository repository, boolean gone) {}

    GitHubBatch(String api, String host, String token) {
        this.endpoint = URI.create(api.endsWith("/api/v3") ? api.replaceFirst("v3$", "graphql") : api + "/graphql");
        this.host = host;
        this.token = token;
    }

    /** How it is asked; the names travel as variables, beside the query. */
    public FetchRequest request(List<RepositoryAddress> addresses) {
        var numbers = IntStream.range(0, addresses.size()).boxed().toList();
        var variables = new HashMap<String, String>();
        numbers.forEach(i -> {
            variables.put("o" + i, addresses.get(i).owner());
            variables.put("n" + i, addresses.get(i).name());
        });
        var declared = numbers.stream()
                .map(i -> "$o%d: String!, $n%d: String!".formatted(i, i))
                .collect(Collectors.joining(", "));
        var asked = numbers.stream()
                .map(i -> "r%d: repository(owner: $o%d, name: $n%d) { ...facts }".formatted(i, i, i))
                .collect(Collectors.joining(" "));
        var body = JsonMapper.shared().createObjectNode();
        body.put("query", "query (%s) { %s } %s".formatted(declared, asked, FIELDS));
        body.set("variables", JsonMapper.shared().valueToTree(variables));
        return FetchRequest.post(endpoint, "application/json", body.toString().getBytes(UTF_8))
                .accept("application/json")
                .header("authorization", "Bearer " + token);
    }

    /** Whether the answer is that there were too many calls; its status is 200 all the same. */
    public boolean isRefusal(JsonNode answer) {
        return errors(answer).contains("RATE_LIMITED");
    }

    /** Reads what is said of each of the repositories, in their order; empty where the answer is none. */
    public List<Said> read(JsonNode answer, int count, Instant asOf) {
        var data = answer.path("data");
        return data.isObject()
                ? IntStream.range(0, count)
                        .mapToObj(i -> said(data.path("r" + i), answer, i, asOf))
                        .toList()
                : List.of();
    }

    private Said said(JsonNode node, JsonNode answer, int number, Instant asOf) {
        var said = new Answered(node);
        var full = said.fullName("/nameWithOwner");
        var stars = said.count("/stargazerCount");
        if (full.isEmpty() || stars.isEmpty()) {
            return new Said(null, errors(answer).contains("NOT_FOUND r" + number));
        }
        return new Said(
                new Repository(
                        full.get().owner(),
                        full.get().name(),
                        stars.getAsInt(),
                        said.yes("/isArchived"),
                        GitHub.license(said.word("/licenseInfo/spdxId")),
                        said.description("/description"),
                        host,
                        said.words("/repositoryTopics/nodes", "/topic/name"),
                        said.instant("/pushedAt"),
                        said.first("/parent/nameWithOwner", "/mirrorUrl"),
                        asOf),
                false);
    }

    /** Types of the errors, and types with the name that each is about. */
    private static List<String> errors(JsonNode answer) {
        return answer.path("errors")
                .valueStream()
                .flatMap(each -> Stream.of(
                        each.path("type").asString(""),
                        each.path("type").asString("") + " "
                                + each.at("/path/0").asString("")))
                .toList();
    }
}
