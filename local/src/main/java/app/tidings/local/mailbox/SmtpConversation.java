package app.tidings.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP session (RFC 5321) with PIPELINING, 8BITMIME and SIZE: any number of mails after one another. */
final class SmtpConversation {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConversation.class);

    private static final int MAX_COMMAND = 2_000;
    private static final int MAX_MESSAGE = 25 * 1024 * 1024;
    private static final int MAX_RECIPIENTS = 1_000;
    private static final byte[] CRLF = {'\r', '\n'};
    private static final Pattern PATH = Pattern.compile("\\s*<([^<>]*)>((?:\\s+\\S+)*)\\s*");
    private static final Pattern SIZE = Pattern.compile("(?i)(?:^|\\s)SIZE=(\\d{1,18})(?:\\s|$)");

    private final CrlfInput in;
    private final BufferedOutputStream out;
    private final Inlet inlet;

    private boolean greeted;
    private @Nullable String sender;
    private final List<String> recipients = new ArrayList<>();

    SmtpConversation(InputStream in, OutputStream out, Inlet inlet) {
        this.in = new CrlfInput(in);
        this.out = new BufferedOutputStream(out);
        this.inlet = inlet;
    }

    void run() throws IOException {
        reply("220 mailbox ESMTP Tidings");
        boolean goesOn = true;
        while (goesOn) {
            flushUnlessMoreIsThere();
            try {
                var line = in.line(MAX_COMMAND);
                goesOn = line != null && answer(new String(line, UTF_8));
            } catch (CrlfInput.TooLong e) {
                reply("500 5.5.6 the line is too long");
            }
        }
        out.flush();
    }

    /** Answers one command; says whether the conversation goes on. */
    private boolean answer(String line) throws IOException {
        if (line.chars().anyMatch(each -> each == '\r' || each == '\n' || each == 0)) {
            reply("500 5.5.2 a command ends with CR LF and holds neither");
            return true;
        }
        var parts = line.split("[ :]", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        switch (parts[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" ->
                greet("250-mailbox", "250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE " + MAX_MESSAGE);
            case "HELO" -> greet("250 mailbox");
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> {
                return data();
            }
            case "RSET" -> {
                forget();
                reply("250 2.0.0 forgotten");
            }
            case "NOOP" -> reply("250 2.0.0 nothing done");
            case "VRFY" -> reply("252 2.1.5 every recipient is taken");
            case "QUIT" -> {
                reply("221 2.0.0 bye");
                return false;
            }
            default -> reply("502 5.5.1 the command is not known here");
        }
        return true;
    }

    private void greet(String... lines) throws IOException {
        forget();
        greeted = true;
        for (var line : lines) {
            reply(line);
        }
    }

    private void mail(String rest) throws IOException {
        var path = PATH.matcher(afterWord(rest, "FROM:"));
        if (!greeted || sender != null) {
            reply("503 5.5.1 not now");
        } else if (!path.matches()) {
            reply("501 5.5.4 MAIL FROM:<address>");
        } else if (announcedSize(path.group(2)) > MAX_MESSAGE) {
            reply("552 5.3.4 the message is too large");
        } else {
            sender = path.group(1);
            reply("250 2.1.0 sender taken");
        }
    }

    private void recipient(String rest) throws IOException {
        var path = PATH.matcher(afterWord(rest, "TO:"));
        if (sender == null) {
            reply("503 5.5.1 MAIL comes first");
        } else if (!path.matches() || path.group(1).isBlank()) {
            reply("501 5.5.4 RCPT TO:<address>");
        } else if (recipients.size() == MAX_RECIPIENTS) {
            reply("452 4.5.3 too many recipients");
        } else {
            recipients.add(path.group(1));
            reply("250 2.1.5 recipient taken");
        }
    }

    /** Says whether the conversation goes on. */
    private boolean data() throws IOException {
        if (sender == null || recipients.isEmpty()) {
            reply("503 5.5.1 MAIL and RCPT come first");
            return true;
        }
        reply("354 end with CR LF . CR LF");
        out.flush();
        var message = message();
        if (message == null) {
            reply("552 5.3.4 the message is too large");
        } else if (!isAnswered(sender, message)) {
            return false;
        }
        forget();
        return true;
    }

    private boolean isAnswered(String from, byte[] message) throws IOException {
        try {
            if (!inlet.take(from, List.copyOf(recipients), message)) {
                return false;
            }
            reply("250 2.0.0 kept");
        } catch (IOException e) {
            LOG.error("a mail could not be kept", e);
            reply("451 4.3.0 the mail could not be kept");
        }
        return true;
    }

    /** The message with its dots unstuffed, or nothing when it was too large; always read to its end. */
    private byte @Nullable [] message() throws IOException {
        var message = new ByteArrayOutputStream();
        boolean fits = true;
        while (true) {
            var line = dataLine();
            if (line != null && line.length == 1 && line[0] == '.') {
                return fits ? message.toByteArray() : null;
            }
            fits = fits && line != null && message.size() + line.length + CRLF.length <= MAX_MESSAGE;
            if (fits && line != null) {
                message.writeBytes(line.length > 0 && line[0] == '.' ? Arrays.copyOfRange(line, 1, line.length) : line);
                message.writeBytes(CRLF);
            }
        }
    }

    /** A line of the message, or nothing for one that is too long. */
    private byte @Nullable [] dataLine() throws IOException {
        try {
            var line = in.line(MAX_MESSAGE);
            if (line == null) {
                throw new IOException("the client went away in the middle of a message");
            }
            return line;
        } catch (CrlfInput.TooLong e) {
            return null;
        }
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private static String afterWord(String rest, String word) {
        return rest.regionMatches(true, 0, word, 0, word.length()) ? rest.substring(word.length()) : "";
    }

    private static long announcedSize(String parameters) {
        var size = SIZE.matcher(parameters);
        return size.find() ? Long.parseLong(size.group(1)) : 0;
    }

    private void reply(String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
    }

    private void flushUnlessMoreIsThere() throws IOException {
        if (!in.hasMore()) {
            out.flush();
        }
    }
}
