package app.tidings.curation.repository;

import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.RepositoryClient.Target;
import app.tidings.curation.repository.host.GitHubBatch;
import app.tidings.curation.repository.host.RepositoryHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks for many repositories within a time: all hosts at once, the repositories of one after another, or together where its API
 * takes that. What is not answered by then is not known for now.
 */
@Component
public class AskMany {

    private static final Logger LOG = LoggerFactory.getLogger(AskMany.class);

    private final RepositoryClient client;

    AskMany(RepositoryClient client) {
        this.client = client;
    }

    /**
     * Asks for all of them.
     *
     * @param targets under whatever names; each has an answer under its own
     */
    public Map<String, Asked> run(Map<String, Target> targets, Duration within) {
        var answers = new ConcurrentHashMap<String, Asked>();
        targets.keySet().forEach(name -> answers.put(name, new NotNow(null)));
        var byHost = targets.entrySet().stream()
                .collect(Collectors.groupingBy(target -> target.getValue().host()));
        List<Callable<Void>> hosts = byHost.entrySet().stream()
                .<Callable<Void>>map(host -> () -> {
                    ask(host.getKey(), host.getValue(), answers);
                    return null;
                })
                .toList();
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            workers.invokeAll(hosts, within.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .filter(host -> host.state() == Future.State.FAILED)
                    .forEach(host -> LOG.atWarn()
                            .setCause(host.exceptionNow())
                            .log("the repositories of a host could not be asked for"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
        return Map.copyOf(answers);
    }

    private void ask(RepositoryHost host, List<Entry<String, Target>> targets, Map<String, Asked> answers) {
        var batch = host.batch();
        if (batch.isPresent() && targets.size() > 1) {
            askTogether(batch.get(), targets, answers);
            return;
        }
        for (var target : targets) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the time is over
            }
            keep(answers, target.getKey(), client.ask(host, target.getValue().address()));
        }
    }

    private void askTogether(GitHubBatch batch, List<Entry<String, Target>> targets, Map<String, Asked> answers) {
        for (var from = 0; from < targets.size() && !Thread.currentThread().isInterrupted(); from += GitHubBatch.MOST) {
            var some = targets.subList(from, Math.min(targets.size(), from + GitHubBatch.MOST));
            var said = client.askTogether(
                    batch, some.stream().map(each -> each.getValue().address()).toList());
            IntStream.range(0, said.size())
                    .forEach(i -> keep(answers, some.get(i).getKey(), said.get(i)));
        }
    }

    /** An answer that was broken off tells nothing. */
    private static void keep(Map<String, Asked> answers, String name, Asked said) {
        if (!Thread.currentThread().isInterrupted()) {
            answers.put(name, said);
        }
    }
}
