package app.tidings.local.prove.point;

/**
 * Where a process is to end.
 *
 * @param point name of the crash point
 * @param passing the how manieth passing of it, from 1
 */
public record Armed(String point, long passing) {

    /** As the agent is told it. */
    String text() {
        return point + "=" + passing;
    }

    static Armed of(String text) {
        var parts = text.split("=", 2);
        return new Armed(parts[0], Long.parseLong(parts[1]));
    }
}
