package app.tidings.local.prove.check;

import app.tidings.local.prove.sink.Sink;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that is known when everything is over.
 *
 * @param mails how often each issue mail came to the relay
 * @param unanswered mails that the relay hung up on
 * @param seen what was seen while the issues were sent
 */
public record Evidence(
        List<Sending> sendings,
        Map<Sink.Mail, Integer> mails,
        long unanswered,
        List<Leaving> leavings,
        Seen seen,
        Terms terms) {

    /**
     * What a look at the sendings came to, again and again while they went on.
     *
     * @param looks how often
     * @param miscounts where the counts were not those of the frozen audience
     * @param earlyEnds where a sending was over and had open rows
     */
    public record Seen(long looks, List<String> miscounts, List<String> earlyEnds) {}

    /**
     * What bounds the mails of which nobody can know.
     *
     * @param kills how often the process that sends was killed
     * @param connections mails on the wire at a time
     * @param resends whether a mail of which nobody can know is sent again, instead of being left to a person
     */
    public record Terms(int kills, int connections, boolean resends) {}

    Stream<Delivery> rows() {
        return sendings.stream().flatMap(sending -> sending.rows().stream());
    }

    long ambiguityBound() {
        return (long) terms.kills() * terms.connections() + unanswered;
    }
}
