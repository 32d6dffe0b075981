package app.tidings.local.prove.sink;

import java.time.Duration;
import java.util.Random;

/**
 * What a relay does to mails beside taking them. The same seed does the same to the same mail, in whatever order they come.
 *
 * @param stalls share of the mails whose answer is late, from 0 to 1
 * @param hangUps share of the mails that get no answer at all; half of them are taken nevertheless
 */
public record Mischief(long seed, double stalls, double hangUps) {

    private static final int LONGEST_STALL_MILLIS = 400;

    /** None. */
    public static final Mischief NONE = new Mischief(0, 0, 0);

    /**
     * What happens to a mail after its final dot.
     *
     * @param taken whether the relay has it
     * @param answered whether the sender is told so
     */
    record Deed(Duration stall, boolean taken, boolean answered) {}

    Deed to(Sink.Mail mail, int times) {
        var random = new Random(seed ^ (mail.hashCode() * 31L + times) * 0x9E3779B97F4A7C15L);
        var stalled = random.nextDouble() < stalls;
        var stall = stalled ? Duration.ofMillis(random.nextInt(LONGEST_STALL_MILLIS)) : Duration.ZERO;
        var hangsUp = random.nextDouble() < hangUps;
        return new Deed(stall, !hangsUp || random.nextBoolean(), !hangsUp);
    }
}
