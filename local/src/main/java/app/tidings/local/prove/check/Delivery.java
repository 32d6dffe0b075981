package app.tidings.local.prove.check;

import app.tidings.local.prove.sink.Sink;

/**
 * A row of the ledger beside what came of it.
 *
 * @param state as the ledger names it: {@code sent}
 * @param attempts how often it was sent again, by a retry or after a fence that nobody answered
 * @param mail by which the relay knows it
 * @param came how often that mail came to the relay
 */
public record Delivery(String reader, String state, int attempts, Sink.Mail mail, int came) {

    private static final java.util.Set<String> OPEN = java.util.Set.of("ready", "claimed", "fenced", "retry");

    boolean isOpen() {
        return OPEN.contains(state);
    }

    boolean is(String wanted) {
        return state.equals(wanted);
    }

    int repeats() {
        return Math.max(0, came - 1);
    }
}
