package app.tidings.local.demo;

import app.tidings.local.stage.Api;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;

/** The caught mails, read over the mailbox's own API. */
record Mails(Api mailbox) {

    /**
     * A mail to one recipient.
     *
     * @param repeat how many mails with the same message id the recipient had before
     */
    record Mail(String id, String to, String subject, Instant receivedAt, int repeat) {}

    /** Newest first. */
    List<Mail> to(String reader) {
        return List.of(mailbox.get("/api/messages", Mail[].class)).stream()
                .filter(mail -> mail.to().equals(reader))
                .toList();
    }

    String html(Mail mail) {
        return mailbox.text("/messages/" + mail.id() + "/html");
    }

    /** The addresses of all links in the mail. */
    List<String> links(Mail mail) {
        return Jsoup.parse(html(mail)).select("a[href]").eachAttr("href");
    }
}
