package app.tidings.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of caught mails, one {@code .eml} file for each recipient. The envelope stands in two header lines before
 * the message as it came; the name begins with the time, so names sort by it.
 */
final class CaughtMails implements Inlet {

    private static final Pattern OURS = Pattern.compile("\\d{13}-[0-9a-f]{8}\\.eml");

    private record Sending(String messageId, String to) {}

    private final Path folder;
    private final Path unfinished;
    private final InstantSource clock;
    private final NavigableMap<String, CaughtMail> mails = new TreeMap<>();
    private final Map<Sending, Integer> counts = new HashMap<>();

    private CaughtMails(Path folder, InstantSource clock) {
        this.folder = folder;
        this.unfinished = folder.resolve("unfinished");
        this.clock = clock;
    }

    static CaughtMails in(Path folder, InstantSource clock) {
        var caught = new CaughtMails(folder, clock);
        try {
            FileSystemUtils.deleteRecursively(caught.unfinished);
            Files.createDirectories(caught.unfinished);
            try (var files = Files.list(folder)) {
                files.map(each -> each.getFileName().toString())
                        .filter(OURS.asMatchPredicate())
                        .map(name -> name.substring(0, name.length() - ".eml".length()))
                        .sorted()
                        .forEach(caught::list);
            }
            return caught;
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox cannot use " + folder, e);
        }
    }

    /** Keeps the message once for each recipient; when this returns, the files are there whole. */
    @Override
    public boolean take(String sender, List<String> recipients, byte[] message) throws IOException {
        var ids = new ArrayList<String>();
        for (var recipient : recipients) {
            var id = newId();
            Files.write(unfinished.resolve(id), withEnvelope(sender, recipient, message));
            ids.add(id);
        }
        for (var id : ids) {
            Files.move(unfinished.resolve(id), file(id), StandardCopyOption.ATOMIC_MOVE);
            list(id);
        }
        return true;
    }

    synchronized List<CaughtMail> newestFirst() {
        return List.copyOf(mails.descendingMap().values());
    }

    synchronized Optional<CaughtMail> byId(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** The file as it lies there; the mail must be one that {@link #byId} knows. */
    byte[] raw(CaughtMail mail) {
        return read(mail.id());
    }

    private void list(String id) {
        var headers = MailHeaders.of(read(id));
        synchronized (this) {
            var sending = new Sending(headers.messageId(), headers.envelopeTo());
            int earlier = counts.merge(sending, 1, Integer::sum) - 1;
            mails.put(
                    id,
                    new CaughtMail(
                            id,
                            headers.from(),
                            headers.envelopeTo(),
                            headers.subject(),
                            headers.messageId(),
                            receivedAt(id),
                            headers.messageId().isEmpty() ? 0 : earlier));
        }
    }

    private byte[] read(String id) {
        try {
            return Files.readAllBytes(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }

    private String newId() {
        return "%013d-%08x"
                .formatted(clock.millis(), ThreadLocalRandom.current().nextInt());
    }

    private static Instant receivedAt(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
    }

    private static byte[] withEnvelope(String sender, String recipient, byte[] message) {
        var all = new ByteArrayOutputStream(message.length + 200);
        all.writeBytes("Return-Path: <%s>\r\nDelivered-To: %s\r\n"
                .formatted(sender, recipient)
                .getBytes(UTF_8));
        all.writeBytes(message);
        return all.toByteArray();
    }
}
