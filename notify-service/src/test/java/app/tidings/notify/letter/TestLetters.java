package app.tidings.notify.letter;

import app.tidings.notify.letter.Letter.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Letters for tests, and what an independent reader makes of them. */
public final class TestLetters {

    public static final String UNSUBSCRIBE = "%%unsubscribe-5f2a%%";
    public static final String PREFERENCES = "%%preferences-5f2a%%";
    public static final Map<String, String> LINKS = Map.of(
            UNSUBSCRIBE, "https://news.example.org/subscribe/unsubscribe?token=v1.k.abc.def",
            PREFERENCES, "https://news.example.org/subscribe/preferences?token=v1.k.abc.def");
    /** The names of a letter's headers, in their order. */
    public static final List<String> HEADERS = List.of(
            "To",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "From",
            "Subject",
            "List-Id",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    public static final Instant DATE = Instant.parse("2026-11-06T08:05:09Z");

    private TestLetters() {}

    public static Letter aLetter(String sender, String subject, String text, String html) {
        return new Letter(
                "news@example.org",
                sender,
                subject,
                "zh",
                text,
                html,
                List.of(UNSUBSCRIBE, PREFERENCES),
                List.of(new Header("List-Id", "<weekly.example.org>")));
    }

    public static Letter withSubject(String subject) {
        return aLetter("Weekly", subject, "Hello.\n", "<p>Hello.</p>\n");
    }

    public static Letter withBody(String body) {
        return aLetter("Weekly", "Hello", body, body);
    }

    public static Copy aCopy() {
        return new Copy(
                "ada@example.net",
                "<0123@example.org>",
                DATE,
                LINKS,
                List.of(new Header("List-Unsubscribe", "<" + LINKS.get(UNSUBSCRIBE) + ">")));
    }

    public static MimeMessage read(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    public static String part(MimeMessage message, int number) throws MessagingException, IOException {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    }
}
