package app.tidings.curation.memory;

/**
 * That a link ran before.
 *
 * @param position of the item in its section, as it is printed, from 1
 * @param as what was printed, such as {@code github.com/ada/queue}; another name than the link's own where it was renamed
 * @param sure whether it is the same for sure; a repository of the same name on another host is so perhaps
 * @param text all of it in words, such as {@code ran in #38, item 4}
 */
public record Ran(String issueId, int number, String section, int position, String as, boolean sure, String text) {

    /** Tells of a place to whoever knows the link by a name. */
    static Ran at(Place place, boolean sure, String name) {
        var words = "%sran in #%d, item %d%s"
                .formatted(
                        sure ? "" : "perhaps: ",
                        place.number(),
                        place.position(),
                        place.as().equals(name) ? "" : ", as " + place.as());
        return new Ran(place.issueId(), place.number(), place.section(), place.position(), place.as(), sure, words);
    }
}
