package app.tidings.local.prove.sink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.tidings.local.mailbox.Inlet;
import app.tidings.local.mailbox.SmtpListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Takes every mail and keeps none of an issue: of each it counts how often it came, by Message-ID and recipient. Other mails,
 * such as those with a link to confirm, can be read.
 */
public final class Sink implements Inlet, AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");
    private static final String OF_AN_ISSUE = "\r\nList-Unsubscribe-Post:";

    private final SmtpListener listener;
    private final Mischief mischief;
    private final Map<Mail, Integer> issueMails = new ConcurrentHashMap<>();
    private final Map<String, String> others = new ConcurrentHashMap<>();
    private final AtomicLong nextSlot = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong arrivals = new AtomicLong();
    private volatile long nanosApart;

    /** One mail to one recipient; whoever gets it twice can tell by its id. */
    public record Mail(String messageId, String to) {}

    private Sink(int port, Mischief mischief) {
        this.mischief = mischief;
        this.listener = SmtpListener.open(port, this);
    }

    /** Takes mails on the port of 127.0.0.1. */
    public static Sink open(int port, Mischief mischief) {
        return new Sink(port, mischief);
    }

    /** Takes so many issue mails a second from now on, and no more. */
    public void pace(double mailsASecond) {
        nanosApart = (long) (TimeUnit.SECONDS.toNanos(1) / mailsASecond);
    }

    @Override
    public boolean take(String sender, List<String> recipients, byte[] message) {
        var text = new String(message, ISO_8859_1);
        var head = text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")) + 2);
        var id = MESSAGE_ID.matcher(head);
        var messageId = id.find() ? id.group(1) : "";
        if (!head.contains(OF_AN_ISSUE)) {
            recipients.forEach(to -> others.put(to, text));
            return true;
        }
        awaitSlot();
        return recipients.stream().map(to -> takes(new Mail(messageId, to))).reduce(true, Boolean::logicalAnd);
    }

    private boolean takes(Mail mail) {
        var deed = mischief.to(mail, issueMails.getOrDefault(mail, 0));
        if (deed.taken()) {
            issueMails.merge(mail, 1, Integer::sum);
        }
        arrivals.incrementAndGet();
        sleep(deed.stall().toNanos());
        if (!deed.answered()) {
            unanswered.incrementAndGet();
        }
        return deed.answered();
    }

    private void awaitSlot() {
        var gap = nanosApart;
        var now = System.nanoTime();
        sleep(nextSlot.accumulateAndGet(gap, (slot, apart) -> Math.max(slot, now - apart) + apart) - now);
    }

    private static void sleep(long nanos) {
        if (nanos > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How often each issue mail came so far. */
    public Map<Mail, Integer> issueMails() {
        return new HashMap<>(issueMails);
    }

    /** How many issue mails were put through to it so far, repeats among them. */
    public long arrivals() {
        return arrivals.get();
    }

    /** How many issue mails got no answer. */
    public long unanswered() {
        return unanswered.get();
    }

    /** The last mail to that address that was not an issue's, as it came. */
    public Optional<String> otherMailTo(String address) {
        return Optional.ofNullable(others.get(address));
    }

    /** Waits until so many issue mails have arrived in all; says whether they have within the time. */
    public boolean awaitArrivals(long number, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (arrivals.get() < number) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return true;
    }

    @Override
    public void close() {
        listener.close();
    }
}
