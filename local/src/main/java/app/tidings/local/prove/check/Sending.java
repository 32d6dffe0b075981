package app.tidings.local.prove.check;

import java.util.List;
import java.util.Set;

/**
 * An edition that was sent, as it stands at the end.
 *
 * @param subject what notify calls it
 * @param done whether notify says that it is over
 * @param frozen how many rows its audience had when it was frozen
 * @param expected ids of those who were confirmed when it was approved
 */
public record Sending(String subject, boolean done, long frozen, List<Delivery> rows, Set<String> expected) {}
