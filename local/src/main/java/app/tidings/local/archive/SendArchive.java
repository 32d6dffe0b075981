package app.tidings.local.archive;

import app.tidings.local.run.Installation;
import app.tidings.local.run.Refusal;
import app.tidings.local.run.Service;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Patience.GaveUp;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends files to curation-service one by one, and tells what became of each; one that is refused does not stop the others. */
final class SendArchive {

    private static final int UNPROCESSABLE = 422;
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Api curation;
    private final String publication;
    private final PrintStream out;
    private boolean complete = true;

    private record Issue(
            String outcome,
            @Nullable Integer number,
            long items,
            @Nullable String reason) {}

    private record Answer(List<Issue> issues) {}

    private SendArchive(Api curation, String publication, PrintStream out) {
        this.curation = curation;
        this.publication = publication;
        this.out = out;
    }

    /** To an installation, with its bootstrap token. */
    static SendArchive to(Installation installation, String publication, PrintStream out) {
        var client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var curation = Api.of(installation, Service.CURATION, client, Patience.silent(LIMIT));
        return new SendArchive(curation, publication, out);
    }

    /** Status 0, or 1 where a file was refused. */
    int run(List<Path> files) {
        for (var i = 0; i < files.size(); i++) {
            out.print("[%d/%d] ".formatted(i + 1, files.size()));
            send(files.get(i));
            out.flush();
        }
        return complete ? 0 : 1;
    }

    private void send(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            var path = "/api/v1/issues/imports?publication=%s&file=%s"
                    .formatted(Api.encoded(publication), Api.encoded(name));
            var answer = curation.postFile(path, "text/markdown", Files.readAllBytes(file), Answer.class);
            answer.issues().forEach(issue -> tell(name, issue));
        } catch (Api.Refused e) {
            if (e.status() == UNPROCESSABLE) {
                throw new Refusal(String.valueOf(e.getMessage()), e); // no other file will fare better
            }
            refused(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            refused(name, "the file cannot be read: " + e.getMessage());
        } catch (GaveUp e) {
            throw new Refusal(e.getMessage() + " Start Tidings first, with ./tidings up", e);
        }
    }

    private void tell(String name, Issue issue) {
        if (issue.outcome().equals("REFUSED")) {
            refused(name, String.valueOf(issue.reason()));
        } else {
            out.println("%s  #%d  %s, %d items%s"
                    .formatted(
                            name,
                            issue.number(),
                            issue.outcome().toLowerCase(Locale.ROOT).replace('_', ' '),
                            issue.items(),
                            issue.reason() == null ? "" : ": " + issue.reason()));
        }
    }

    private void refused(String name, String reason) {
        complete = false;
        out.println("%s  not imported: %s".formatted(name, reason));
    }
}
