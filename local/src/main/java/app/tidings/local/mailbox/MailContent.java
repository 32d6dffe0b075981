package app.tidings.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a page about one mail shows.
 *
 * @param head the header lines as they came
 * @param text the first plain-text part
 * @param html the first HTML part
 */
record MailContent(
        String head, @Nullable String text, @Nullable String html) {

    /** Reads a mail; one that is no proper MIME is shown as its plain source. */
    static MailContent of(byte[] mail) {
        var source = new String(mail, ISO_8859_1);
        int end = source.indexOf("\r\n\r\n");
        var head = end < 0 ? source : source.substring(0, end);
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return new MailContent(head, first(message, "text/plain"), first(message, "text/html"));
        } catch (MessagingException | IOException e) {
            return new MailContent(head, source, null);
        }
    }

    private static @Nullable String first(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = first(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
