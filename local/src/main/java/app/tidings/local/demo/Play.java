package app.tidings.local.demo;

import app.tidings.local.demo.Demo.Addresses;
import app.tidings.local.stage.Api;
import app.tidings.local.stage.Patience;
import app.tidings.local.stage.Patience.GaveUp;
import app.tidings.local.stage.Story;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** An editor's week in a minute, chapter by chapter. May be played again on the same data: what is done is found. */
final class Play {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Addresses addresses;
    private final boolean once;
    private final Story story;

    Play(Addresses addresses, boolean once, PrintStream out) {
        this.addresses = addresses;
        this.once = once;
        this.story = new Story(
                out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    /** Returns 0 if everything is as it has to be. */
    int run() {
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            return play(scene(client));
        } catch (GaveUp | Api.Refused e) {
            story.blank();
            story.item("✗", e.getMessage() == null ? "The demo ended without a reason." : e.getMessage());
            story.say("The demo is not finished. What the services say about it is in "
                    + addresses.shown().logs()
                    + ". Run it again to go on from here.");
            return 1;
        }
    }

    private int play(Scene scene) {
        story.title("Tidings: from feeds to a delivered mail");
        new RecallPast(scene).run();
        var gathered = new GatherLinks(scene).run();
        var inbox = new ReadInbox(scene).run(gathered.found(), gathered.added() > 0);
        new SubscribeReaders(scene).run();
        var entries = new ChooseItems(scene, inbox).run();
        var issue = new MakeIssue(scene).run(entries);
        var check = new CheckIssue(scene, issue, entries);
        var problems = check.run(gathered.problems());
        tellWhereToLook(scene, check);
        return problems.isEmpty() ? 0 : 1;
    }

    private void tellWhereToLook(Scene scene, CheckIssue check) {
        story.chapter("Where to look");
        if (once && addresses.shown().mailFiles() != null) {
            story.say("With the end of this run everything ends but its data. ./tidings up starts it again; then:");
        }
        for (var reader : scene.script().readers()) {
            var language = reader.language();
            story.item("·", "issue in %s:  %s".formatted(language, check.page(language)));
            story.item("·", "as Markdown:  %s".formatted(check.markdown(language)));
        }
        var shown = addresses.shown();
        var files = shown.mailFiles() == null ? "" : "  (files: %s)".formatted(shown.mailFiles());
        story.item("·", "mailbox:      %s%s".formatted(shown.mailbox(), files));
        story.item("·", "sign-up form: %s".formatted(shown.notifier().resolve("/subscribe")));
        if (!once) {
            story.item("·", "newsroom:     %s".formatted(addresses.newsroom()));
        }
        story.item(
                "·",
                "the desk is to come; until then its API: %s"
                        .formatted(shown.curation().resolve("/api/v1/items")));
        story.say("TOKEN=$(cat %s)".formatted(shown.apiToken()));
        story.say("curl -H \"Authorization: Bearer $TOKEN\" '%s'"
                .formatted(shown.curation().resolve("/api/v1/items?limit=5")));
        story.item("·", "logs:         %s".formatted(shown.logs()));
    }

    private Scene scene(HttpClient client) {
        var patience = new Patience(story, Clock.systemUTC(), LIMIT);
        var token = token();
        return new Scene(
                EditorScript.load(),
                addresses.newsroom(),
                new Api(client, "ingest", addresses.ingest(), token, patience),
                new Api(client, "curation", addresses.curation(), token, patience),
                new Api(client, "notify", addresses.notifier(), token, patience),
                new Api(client, "render", addresses.render(), null, patience),
                new Api(client, "the mailbox", addresses.mailbox(), null, patience),
                story,
                patience);
    }

    private String token() {
        try {
            return Files.readString(addresses.apiToken()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
