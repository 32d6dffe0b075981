package app.tidings.notify.channel;

import java.util.regex.Pattern;

/** From whom and to whom, as the relay is told; one recipient each. Never shows itself in a log. */
public record Envelope(String from, String to) {

    private static final Pattern SAFE =
            Pattern.compile("[^\\p{C}\\p{Z}<>\"\\\\(),;:\\[\\]@]+@[^\\p{C}\\p{Z}<>\"\\\\(),;:\\[\\]@]+");

    /** Whether both can stand in a command without changing what the command means. */
    boolean isSafe() {
        return SAFE.matcher(from).matches() && SAFE.matcher(to).matches();
    }

    /** Whether the relay must take addresses beyond ASCII (RFC 6531). */
    boolean needsUtf8() {
        return !from.chars().allMatch(c -> c < 0x80) || !to.chars().allMatch(c -> c < 0x80);
    }

    @Override
    public String toString() {
        return "an envelope";
    }
}
