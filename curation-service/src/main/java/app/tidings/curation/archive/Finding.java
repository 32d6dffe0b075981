package app.tidings.curation.archive;

/**
 * Something in a file that was not understood, or that contradicts itself.
 *
 * @param line from 1
 */
public record Finding(int line, String message) {}
