package app.tidings.local.prove.reader;

/**
 * Somebody who subscribed.
 *
 * @param id as notify knows the reader
 * @param list {@code publication:language}
 */
public record Reader(String id, String address, String list) {}
