package app.tidings.curation.issue;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** Ids that sort by the time of their making: 48 bits of milliseconds, 80 of chance, in Crockford's base 32. */
final class Ulid {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int CHANCE_DIGITS = 16;
    private static final int BITS = 5;

    private Ulid() {}

    static String of(Instant made, RandomGenerator chance) {
        var text = new StringBuilder();
        for (var digit = TIME_DIGITS - 1; digit >= 0; digit--) {
            text.append(DIGITS.charAt((int) (made.toEpochMilli() >>> (digit * BITS)) & 31));
        }
        for (var digit = 0; digit < CHANCE_DIGITS; digit++) {
            text.append(DIGITS.charAt(chance.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    /** When it was made. */
    static Instant madeAt(String ulid) {
        var millis = 0L;
        for (var i = 0; i < TIME_DIGITS; i++) {
            millis = (millis << BITS) | DIGITS.indexOf(ulid.charAt(i));
        }
        return Instant.ofEpochMilli(millis);
    }
}
