package app.tidings.local.prove.point;

import java.util.Locale;

/**
 * A place in a service where its process can be made to end at once.
 *
 * @param service whose process it is: {@code notify}, for example
 * @param label what happens there, such as {@code fence}
 * @param type name of the class
 * @param method of that class; all of that name
 */
public record CrashPoint(String service, String label, String type, String method, Side side) {

    /** Where in the method: before anything of it is done, or after all of it is. */
    public enum Side {
        BEFORE,
        AFTER
    }

    /** {@code notify/fence.before}. */
    public String name() {
        return "%s/%s.%s".formatted(service, label, side.name().toLowerCase(Locale.ROOT));
    }

    boolean isAfter() {
        return side == Side.AFTER;
    }

    /** The class as the JVM names it. */
    String internalType() {
        return type.replace('.', '/');
    }
}
