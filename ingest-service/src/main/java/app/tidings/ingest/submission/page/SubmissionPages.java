package app.tidings.ingest.submission.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.ingest.publication.Publications;
import app.tidings.ingest.publication.Publications.Publication;
import app.tidings.ingest.submission.Offer.Fault;
import app.tidings.ingest.submission.Submission;
import app.tidings.ingest.submission.page.Views.Fact;
import app.tidings.ingest.submission.page.Views.Form;
import app.tidings.ingest.submission.page.Views.ReceiptPage;
import app.tidings.ingest.submission.page.Views.Step;
import app.tidings.ingest.submission.receipt.Progress;
import app.tidings.ingest.submission.receipt.ReceiptView.IssueView;
import app.tidings.ingest.submission.receipt.Receipts;
import app.tidings.ingest.submission.receipt.Receipts.Receipt;
import app.tidings.platform.page.Frame;
import app.tidings.platform.page.Layout;
import app.tidings.platform.page.Link;
import app.tidings.platform.page.Notice;
import app.tidings.platform.page.Page;
import app.tidings.platform.page.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages for contributors together, in their language and under the publication's name. */
@Component
class SubmissionPages {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SubmissionPages.class.getClassLoader(), "app.tidings.ingest.template");
    private final Publications publications;
    private final Receipts receipts;

    SubmissionPages(Publications publications, Receipts receipts) {
        this.publications = publications;
        this.receipts = receipts;
    }

    /**
     * The frame of a page; text that is no publication's id is not printed as the name of one.
     *
     * @param lang the language that was asked for, or that the contributor reads
     * @param kept what else stands in the address, for the same page in the other language
     */
    Frame frame(String publicationId, @Nullable String lang, Map<String, String> kept) {
        var publication = publications.find(publicationId);
        var words = ContributorWords.in(
                lang != null ? lang : publication.map(Publication::language).orElse("en"));
        var name = publication.map(each -> each.nameIn(words.language())).orElse("Tidings");
        var href = new StringBuilder("?lang=").append(words.language().equals("zh") ? "en" : "zh");
        kept.forEach((key, value) -> href.append('&').append(key).append('=').append(URLEncoder.encode(value, UTF_8)));
        return new Frame(words, name, href.toString());
    }

    /** The form, with what stands in its fields and what is wrong with them. */
    Page form(Frame frame, String publicationId, Map<String, String> values, List<Fault> faults) {
        return form(faults.isEmpty() ? Page.OK : Page.BAD_REQUEST, frame, publicationId, values, faults);
    }

    /** The form once more, with what stood in it: too much was submitted just now. */
    Page tooMany(Frame frame, String publicationId, Map<String, String> values) {
        return form(Page.TOO_MANY_REQUESTS, frame, publicationId, values, List.of());
    }

    private Page form(int status, Frame frame, String publicationId, Map<String, String> values, List<Fault> faults) {
        var words = frame.words();
        var texts = new HashMap<String, String>();
        faults.forEach(fault -> texts.putIfAbsent(fault.field(), text(words, fault)));
        var form = new Form(
                "?lang=" + words.language(),
                values.getOrDefault("key", UUID.randomUUID().toString()),
                values,
                texts,
                status == Page.TOO_MANY_REQUESTS ? words.get("too-many.text") : null,
                receipts.form(publicationId).orElse(null));
        return new Page(status, filled("submit.jte", Map.of("frame", frame, "form", form)));
    }

    private static String text(Words words, Fault fault) {
        var own = "fault.%s.%s".formatted(fault.field(), fault.kind());
        if (words.keys().contains(own)) {
            return words.get(own);
        }
        return words.get(fault.kind() == Fault.Kind.TOO_LONG ? "fault.TOO_LONG" : "fault.BAD");
    }

    /** Says one thing, in the words of that key. */
    Page notice(int status, Frame frame, String key) {
        var words = frame.words();
        return Layout.notice(
                status, frame, Notice.of(words.get(key + ".title"), words.get(key + ".text", frame.name())));
    }

    /** Says that the form was sent by somebody else's page, and leads to ours. */
    Page foreign(Frame frame) {
        var words = frame.words();
        var form = new Link(words.get("foreign.again"), "?lang=" + words.language());
        return Layout.notice(
                Page.FORBIDDEN, frame, new Notice(words.get("foreign.title"), words.get("foreign.text"), null, form));
    }

    /** The receipt as things stand. */
    Page receipt(Frame frame, Receipt receipt) {
        var words = frame.words();
        var progress = receipt.progress();
        var key = progress.word();
        var issue = IssueView.of(progress);
        var number = issue == null ? "" : String.valueOf(issue.number());
        var text = progress.reason() == null ? words.get(key + ".text", number) : words.get("declined.because");
        var page = new ReceiptPage(
                key,
                words.get(key + ".title", number),
                text,
                progress.reason(),
                pageOf(issue, words),
                steps(words, progress),
                facts(words, receipt.submission()),
                receipt.standing().contact() != null);
        return new Page(Page.OK, filled("receipt.jte", Map.of("frame", frame, "receipt", page)));
    }

    private static @Nullable String pageOf(@Nullable IssueView issue, Words words) {
        if (issue == null || issue.pages().isEmpty()) {
            return null;
        }
        var any = issue.pages().values().iterator().next();
        return issue.pages().getOrDefault(words.language(), any).toString();
    }

    private static List<Step> steps(Words words, Progress progress) {
        if (progress instanceof Progress.Declined) {
            return List.of(new Step(words.get("step.received"), true), new Step(words.get("step.declined"), true));
        }
        var reached = switch (progress) {
            case Progress.Received _, Progress.AlreadyReceived _, Progress.Declined _ -> 1;
            case Progress.Shortlisted _ -> 2;
            case Progress.Placed _ -> 3;
            case Progress.Published _, Progress.Duplicate _ -> 4;
        };
        var names = List.of("step.received", "step.shortlisted", "step.placed", "step.published");
        var steps = new ArrayList<Step>();
        names.forEach(name -> steps.add(new Step(words.get(name), steps.size() < reached)));
        return steps;
    }

    private static List<Fact> facts(Words words, Submission submission) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.get("receipt.link"), submission.url().toString(), null));
        if (!submission.title().equals(submission.url().toString())) {
            facts.add(new Fact(words.get("receipt.name"), submission.title(), null));
        }
        if (submission.credit() != null) {
            facts.add(new Fact(words.get("receipt.credit"), submission.credit().name(), null));
        }
        facts.add(new Fact(
                words.get("receipt.at"),
                MINUTE.format(submission.at()),
                submission.at().toString()));
        return facts;
    }

    private String filled(String template, Map<String, Object> values) {
        var output = new StringOutput();
        engine.render(template, values, output);
        return output.toString();
    }
}
