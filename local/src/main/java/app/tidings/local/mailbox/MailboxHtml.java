package app.tidings.local.mailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages as HTML. Whatever comes from a mail goes through {@link #escaped}. */
final class MailboxHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private MailboxHtml() {}

    static String list(List<CaughtMail> mails) {
        if (mails.isEmpty()) {
            return page("Mailbox", """
                <h1>Mailbox</h1>
                <div class="empty"><p>Every mail that Tidings sends from this machine will be here. None has come yet.</p></div>
                """);
        }
        long repeats = mails.stream().filter(each -> each.repeat() > 0).count();
        return page("Mailbox", """
            <h1>Mailbox</h1>
            <p class="dateline">%s%s. Nothing leaves this machine.</p>
            <ol class="mails">%s</ol>
            """.formatted(
                        mails.size() == 1 ? "1 mail" : mails.size() + " mails",
                        repeats == 0 ? "" : ", %d of them sent before to the same recipient".formatted(repeats),
                        mails.stream().map(MailboxHtml::row).collect(Collectors.joining())));
    }

    static String one(CaughtMail mail, MailContent content) {
        return page(subject(mail), """
            <p><a href="/">All mails</a></p>
            <h1>%s%s</h1>
            <dl class="facts">
              <dt>From</dt><dd>%s</dd>
              <dt>To</dt><dd>%s</dd>
              <dt>Received</dt><dd>%s</dd>
              <dt>Message id</dt><dd>%s</dd>
            </dl>
            %s%s
            <details><summary>Headers</summary><pre>%s</pre></details>
            <p><a href="/messages/%s/raw">Download the mail as it came</a></p>
            """.formatted(
                        escaped(subject(mail)),
                        repeat(mail),
                        escaped(mail.from()),
                        escaped(mail.to()),
                        time(mail),
                        escaped(mail.messageId()),
                        content.html() == null ? "" : frame(mail),
                        content.text() == null ? "" : text(content.text(), content.html() == null),
                        escaped(content.head()),
                        mail.id()));
    }

    static String message(String words) {
        return page("Mailbox", "<h1>%s</h1><p><a href=\"/\">All mails</a></p>".formatted(escaped(words)));
    }

    /** A link followed inside the frame would meet pages that refuse to be framed. */
    static String withLinksInNewTabs(String html) {
        var base = "<base target=\"_blank\">";
        var head = HEAD.matcher(html);
        return head.find() ? html.substring(0, head.end()) + base + html.substring(head.end()) : base + html;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String row(CaughtMail mail) {
        return """
            <li><a href="/messages/%s"><span class="subject">%s%s</span>%s<span class="who">%s to %s</span></a></li>
            """.formatted(
                mail.id(), escaped(subject(mail)), repeat(mail), time(mail), escaped(mail.from()), escaped(mail.to()));
    }

    private static String frame(CaughtMail mail) {
        return """
            <iframe class="shown" title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" \
            src="/messages/%s/html"></iframe>
            """.formatted(mail.id());
    }

    private static String text(String text, boolean alone) {
        return "<details%s><summary>Text</summary><pre>%s</pre></details>"
                .formatted(alone ? " open" : "", escaped(text));
    }

    private static String subject(CaughtMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String repeat(CaughtMail mail) {
        return mail.repeat() == 0 ? "" : "<span class=\"repeat\">sent again (%d)</span>".formatted(mail.repeat());
    }

    private static String time(CaughtMail mail) {
        return "<time datetime=\"%s\">%s</time>".formatted(mail.receivedAt(), TIME.format(mail.receivedAt()));
    }

    private static String page(String title, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/assets/tidings.css">
            <link rel="stylesheet" href="/assets/mailbox.css">
            </head>
            <body><div class="page"><main>
            %s
            </main></div></body>
            </html>
            """.formatted(escaped(title), body);
    }
}
