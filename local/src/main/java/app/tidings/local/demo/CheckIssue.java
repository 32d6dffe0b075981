package app.tidings.local.demo;

import app.tidings.local.demo.EditorScript.Reader;
import app.tidings.local.demo.Mails.Mail;
import app.tidings.local.demo.MakeIssue.Issue;
import app.tidings.local.demo.ReadInbox.Item;
import app.tidings.local.stage.Api;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The last chapter: the same entries are in the mail, on the page and in the Markdown, and nobody got anything twice. */
final class CheckIssue {

    private final Scene scene;
    private final Mails mails;
    private final Issue issue;
    private final List<Item> items;

    private record Sending(long candidates, Map<String, Long> counts) {}

    CheckIssue(Scene scene, Issue issue, List<Item> items) {
        this.scene = scene;
        this.mails = new Mails(scene.mailbox());
        this.issue = issue;
        this.items = items;
    }

    /**
     * What is wrong; empty when all is as it has to be.
     *
     * @param before what went wrong on the way here
     */
    List<String> run(List<String> before) {
        scene.story().chapter("Check");
        var problems = new ArrayList<>(before);
        for (var reader : scene.script().readers()) {
            var found = problems(reader);
            if (found.isEmpty()) {
                scene.story()
                        .item(
                                "✓",
                                "%s: the same %d entries are in the mail to %s, on the page and in the Markdown file; one mail, not more."
                                        .formatted(reader.language(), items.size(), reader.email()));
            }
            problems.addAll(found);
        }
        tellTitles();
        problems.forEach(problem -> scene.story().item("✗", problem));
        return problems;
    }

    /** The titles of the first reader's edition as they are printed, with the marks of the languages and the stars. */
    private void tellTitles() {
        var language = scene.script().readers().getFirst().language();
        scene.story()
                .say("The titles of the %s edition as they are printed, with marks of other languages, and stars:"
                        .formatted(language));
        Printed.linesOf(read(markdown(language))).forEach(line -> scene.story().item("·", line));
    }

    private List<String> problems(Reader reader) {
        var language = reader.language();
        var expected = expected(language);
        var page = page(language);
        var problems = new ArrayList<String>();
        problems.addAll(Printed.differences("the %s page".formatted(language), expected, Printed.inHtml(read(page))));
        problems.addAll(Printed.differences(
                "the %s Markdown".formatted(language), expected, Printed.inMarkdown(read(markdown(language)))));
        var issueMails = mails.to(reader.email()).stream()
                .filter(mail -> mails.links(mail).contains(page.toString()))
                .toList();
        problems.addAll(problems(reader, expected, issueMails));
        problems.addAll(problemsOfLedger(language));
        return problems;
    }

    private List<String> problems(Reader reader, List<Printed> expected, List<Mail> issueMails) {
        if (issueMails.size() != 1) {
            return List.of("%s got %d mails of the issue, not one".formatted(reader.email(), issueMails.size()));
        }
        var mail = Printed.inHtml(mails.html(issueMails.getFirst()));
        return Printed.differences("the mail to " + reader.email(), expected, mail);
    }

    private List<String> problemsOfLedger(String language) {
        var sending =
                scene.notifier().get("/api/v1/deliveries/" + Api.encoded(issue.editionId(language)), Sending.class);
        var sent = sending.counts().getOrDefault("sent", 0L);
        return sent == sending.candidates()
                ? List.of()
                : List.of("the ledger of the %s edition has %d of %d deliveries as sent: %s"
                        .formatted(language, sent, sending.candidates(), sending.counts()));
    }

    private List<Printed> expected(String language) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> new Printed(
                        Objects.requireNonNull(
                                        scene.script().entries().get(i).texts().get(language))
                                .title(),
                        items.get(i).url().toString()))
                .toList();
    }

    URI page(String language) {
        return Objects.requireNonNull(issue.edition(language).page(), "a printed edition has a page");
    }

    URI markdown(String language) {
        return URI.create(page(language) + ".md");
    }

    private String read(URI address) {
        return scene.render().text(address.getRawPath());
    }
}
