package app.tidings.curation.memory;

/**
 * Where something ran.
 *
 * @param section id in the profile
 * @param position of the item in its section, as it is printed, from 1
 * @param as the address that was printed, without its scheme
 */
public record Place(String issueId, int number, String section, int position, String as) {}
