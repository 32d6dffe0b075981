package app.tidings.local.prove.check;

/**
 * Somebody who left while an issue was sent.
 *
 * @param subject the edition that was on its way to the reader
 * @param stateWhenAnswered the state of the reader's row as it was read right after the answer; {@code none} where there was
 *     no row yet
 */
public record Leaving(String reader, String subject, String stateWhenAnswered) {

    /** There is no row of the reader. */
    public static final String NO_ROW = "none";
}
