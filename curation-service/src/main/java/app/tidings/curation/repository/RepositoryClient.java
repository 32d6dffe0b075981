package app.tidings.curation.repository;

import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.repository.Asked.Found;
import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.Asked.Nothing;
import app.tidings.curation.repository.RepositoryAnswers.Kept;
import app.tidings.curation.repository.host.GitHubBatch;
import app.tidings.curation.repository.host.GitHubBatch.Said;
import app.tidings.curation.repository.host.RepositoryAddress;
import app.tidings.curation.repository.host.RepositoryHost;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks hosts for their repositories: only for what changed since the last time (RFC 9110 §13.1.2), and not before a host that
 * has had enough calls takes them again.
 */
public final class RepositoryClient {

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryClient.class);
    private static final long MAX_ANSWER = 1024L * 1024;
    private static final int UNAUTHORIZED = 401;

    /** Not found, gone, and not available for legal reasons (RFC 7725). */
    private static final Set<Integer> NOT_THERE = Set.of(404, 410, 451);

    /** GitHub counts such questions apart from those about single repositories. */
    private static final String TOGETHER = "graphql";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SafeFetcher fetcher;
    private final List<RepositoryHost> hosts;
    private final RepositoryAnswers answers;
    private final InstantSource clock;
    private final CallLimits limits = new CallLimits();

    /** A repository, and who is asked about it. */
    public record Target(RepositoryHost host, RepositoryAddress address) {}

    RepositoryClient(SafeFetcher fetcher, List<RepositoryHost> hosts, RepositoryAnswers answers, InstantSource clock) {
        this.fetcher = fetcher;
        this.hosts = List.copyOf(hosts);
        this.answers = answers;
        this.clock = clock;
    }

    /** Asks for the repository that the page is of; empty where it is of none of the hosts. */
    public Optional<Asked> at(URI page) {
        return target(page).map(target -> ask(target.host(), target.address()));
    }

    /** The repository that the page is of; empty where it is of none of the hosts. */
    public Optional<Target> target(URI page) {
        return hosts.stream()
                .flatMap(host -> host.read(page).map(address -> new Target(host, address)).stream())
                .findFirst();
    }

    /** The repository of which something is known already; empty where its host is none of those that are asked. */
    public Optional<Target> target(Repository known) {
        return hosts.stream()
                .filter(host -> host.name().equals(known.host()))
                .map(host -> new Target(host, new RepositoryAddress(known.owner(), known.name(), true)))
                .findFirst();
    }

    /** Asks for many repositories of a host that takes such questions; what comes of each, in their order. */
    List<Asked> askTogether(GitHubBatch batch, List<RepositoryAddress> addresses) {
        var now = clock.instant();
        var wait = limits.until(TOGETHER, now);
        if (wait.isPresent()) {
            return all(addresses, new NotNow(wait.get()));
        }
        return switch (fetcher.fetch(batch.request(addresses).maxBytes(MAX_ANSWER))) {
            case Answer answer -> heardTogether(batch, addresses, answer);
            case Failed _ -> all(addresses, new NotNow(null));
        };
    }

    private List<Asked> heardTogether(GitHubBatch batch, List<RepositoryAddress> addresses, Answer answer) {
        var now = clock.instant();
        var wait = limits.heard(TOGETHER, answer, now);
        var json = json(answer).orElseGet(MissingNode::getInstance);
        if (wait.isPresent() || batch.isRefusal(json)) {
            return all(
                    addresses,
                    new NotNow(wait.or(() -> limits.until(TOGETHER, now)).orElse(null)));
        }
        var said = answer.isOk() ? batch.read(json, addresses.size(), now) : List.<Said>of();
        return said.isEmpty()
                ? all(addresses, new NotNow(null))
                : IntStream.range(0, said.size())
                        .mapToObj(i -> asked(addresses.get(i), said.get(i)))
                        .toList();
    }

    private static Asked asked(RepositoryAddress address, Said said) {
        return said.repository() == null
                ? new Nothing(said.gone() ? Asked.GONE : Asked.UNKNOWN)
                : new Found(address, said.repository());
    }

    private static List<Asked> all(List<RepositoryAddress> addresses, Asked same) {
        return Collections.nCopies(addresses.size(), same);
    }

    Asked ask(RepositoryHost host, RepositoryAddress address) {
        var now = clock.instant();
        var wait = limits.until(host.name(), now);
        if (wait.isPresent()) {
            return new NotNow(wait.get());
        }
        var id = host.name() + "/" + address.key();
        var kept = answers.find(id);
        var request = host.request(address)
                .ifNoneMatch(kept.map(Kept::etag).orElse(null))
                .maxBytes(MAX_ANSWER);
        return switch (fetcher.fetch(request)) {
            case Answer answer -> heard(host, address, kept, answer);
            case Failed failed -> failed.mayPass() ? new NotNow(null) : new Nothing(Asked.UNKNOWN);
        };
    }

    private Asked heard(RepositoryHost host, RepositoryAddress address, Optional<Kept> kept, Answer answer) {
        var now = clock.instant();
        var wait = limits.heard(host.name(), answer, now);
        if (wait.isPresent()) {
            return new NotNow(wait.get());
        }
        if (answer.isNotModified() && kept.isPresent()) {
            return new Found(address, kept.get().repository().saidAgain(now));
        }
        if (answer.isOk()) {
            return read(host, answer, now)
                    .<Asked>map(repository -> {
                        keep(host.name() + "/" + address.key(), answer, repository);
                        return new Found(address, repository);
                    })
                    .orElseGet(() -> new Nothing(Asked.UNKNOWN));
        }
        return unanswered(host, answer);
    }

    private static Asked unanswered(RepositoryHost host, Answer answer) {
        if (answer.mayPass()) {
            return new NotNow(null);
        }
        if (answer.status() == UNAUTHORIZED) {
            LOG.atWarn().addKeyValue("host", host.name()).log("the host does not take the token that is set for it");
        }
        return new Nothing(NOT_THERE.contains(answer.status()) ? Asked.GONE : Asked.UNKNOWN);
    }

    private void keep(String id, Answer answer, Repository repository) {
        var etag = answer.header("etag");
        if (etag != null) {
            answers.keepLatest(id, new Kept(etag, repository));
        }
    }

    private static Optional<Repository> read(RepositoryHost host, Answer answer, Instant now) {
        return json(answer).flatMap(json -> host.facts(json, now));
    }

    private static Optional<JsonNode> json(Answer answer) {
        try {
            return Optional.of(JSON.readTree(answer.body().bytes()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
