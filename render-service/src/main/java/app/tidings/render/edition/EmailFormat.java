package app.tidings.render.edition;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail as HTML and as text, the same for every reader: their own addresses are marks. Some clients cut a mail off at
 * 102 KB; an issue that would be longer is shortened and leads to its page.
 */
public final class EmailFormat implements EditionFormat {

    public static final String HTML = "email-html";
    public static final String TEXT = "email-text";

    /** Leaves room for the addresses that take the marks' places. */
    static final int MAX_BYTES = 96 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EmailFormat.class);

    private final TemplateEngine templates;

    public EmailFormat(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public List<Printed> print(Edition edition) {
        var envelope = Envelope.of(edition);
        var whole = mail(edition, envelope, false);
        if (fits(whole)) {
            return whole;
        }
        LOG.atWarn()
                .addKeyValue("edition", edition.id())
                .addKeyValue("bytes", whole.getFirst().bytes().length)
                .addKeyValue("limit", MAX_BYTES)
                .log("the mail would be cut off; it lists titles only and leads to the page");
        var titles = mail(edition.titlesOnly(), envelope, true);
        return fits(titles) ? titles : mail(edition.withoutText(), envelope, true);
    }

    private List<Printed> mail(Edition edition, Envelope envelope, boolean shortened) {
        var html = new StringOutput();
        templates.render("mail.jte", Map.of("edition", edition, "envelope", envelope, "shortened", shortened), html);
        return List.of(
                new Printed(HTML, "text/html;charset=utf-8", html.toString()),
                new Printed(TEXT, "text/plain;charset=utf-8", MailText.of(edition, envelope, shortened)));
    }

    private static boolean fits(List<Printed> mail) {
        return mail.stream().allMatch(part -> part.bytes().length <= MAX_BYTES);
    }
}
