package app.tidings.local.demo;

import app.tidings.local.stage.Api;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jsoup.Jsoup;

/** The caught mails, read as Mailpit shows them to programs: by its API, which our own mailbox speaks too. */
record Mails(Api mailbox) {

    private static final int MOST = 10_000;

    /** A mail to one recipient. */
    record Mail(
            @JsonProperty("ID") String id,
            @JsonProperty("To") List<Recipient> to) {

        boolean isTo(String reader) {
            return to.stream().anyMatch(each -> each.address().equals(reader));
        }
    }

    record Recipient(@JsonProperty("Address") String address) {}

    private record Listed(List<Mail> messages) {}

    private record Whole(@JsonProperty("HTML") String html) {}

    /** Newest first; one that came twice is there twice. */
    List<Mail> to(String reader) {
        return mailbox.get("/api/v1/messages?limit=" + MOST, Listed.class).messages().stream()
                .filter(mail -> mail.isTo(reader))
                .toList();
    }

    String html(Mail mail) {
        return mailbox.get("/api/v1/message/" + mail.id(), Whole.class).html();
    }

    /** The addresses of all links in the mail. */
    List<String> links(Mail mail) {
        return Jsoup.parse(html(mail)).select("a[href]").eachAttr("href");
    }
}
