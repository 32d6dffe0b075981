package app.tidings.ingest.feed.token;

import java.util.regex.Pattern;

/** Definitions of entities in a document type. */
final class OwnEntities {

    /** Those with a per cent sign only serve definitions; feeds of 2000 name HTML's lists so, and nobody follows them. */
    private static final Pattern GENERAL = Pattern.compile("<!ENTITY\\s++[^%\\s]");

    private OwnEntities() {}

    /** Whether the internal subset of a document type defines what a text could refer to. */
    static boolean defines(CharSequence subset) {
        return GENERAL.matcher(subset).find();
    }
}
