package app.tidings.local.prove.check;

import java.util.List;

/**
 * Whether a promise held.
 *
 * @param promise its number: {@code P1}
 * @param words what is promised
 * @param numbers what was counted
 * @param faults each way in which it did not hold; empty when it held
 */
public record Verdict(String promise, String words, String numbers, List<String> faults) {

    public Verdict {
        faults = List.copyOf(faults);
    }

    /** Whether nothing speaks against it. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
