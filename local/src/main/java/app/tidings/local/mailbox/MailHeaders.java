package app.tidings.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/** What the list of mails shows, read from the head of a message; a missing header is an empty text. */
record MailHeaders(String from, String envelopeTo, String subject, String messageId) {

    static MailHeaders of(byte[] mail) {
        try {
            var headers = new InternetHeaders(new ByteArrayInputStream(mail), true);
            return new MailHeaders(
                    decoded(headers.getHeader("From", null)),
                    decoded(headers.getHeader("Delivered-To", null)),
                    decoded(headers.getHeader("Subject", null)),
                    decoded(headers.getHeader("Message-ID", null)));
        } catch (MessagingException e) {
            return new MailHeaders("", "", "", "");
        }
    }

    private static String decoded(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }
}
