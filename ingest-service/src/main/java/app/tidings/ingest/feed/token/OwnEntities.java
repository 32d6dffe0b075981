package app.tidings.ingest.feed.token;

import app.tidings.ingest.feed.token.XmlTokens.OwnEntitiesException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of entities in a document type. A name for a few characters is harmless, and old programs define the likes of
 * {@code nbsp}; whatever could grow or lead out of the document is not. The characters are text wherever they are named.
 */
record OwnEntities(Map<String, String> characters) {

    static final OwnEntities NONE = new OwnEntities(Map.of());

    /** As many as HTML 4 has names for, and some more. */
    private static final int MAX_ENTITIES = 300;

    /** Those with a per cent sign only serve definitions; feeds of 2000 name HTML's lists so, and nobody follows them. */
    private static final Pattern GENERAL = Pattern.compile("<!ENTITY\\s++[^%\\s]");

    /** One with at most 40 characters, which may be written by their numbers; no other reference and no markup. */
    private static final Pattern HARMLESS = Pattern.compile(
            "<!ENTITY\\s++([A-Za-z_][\\w.-]{0,39})\\s++([\"'])((?:[^\"'<&%]|&#(?:\\d{1,7}|x[0-9A-Fa-f]{1,6});){0,40})\\2\\s*+>");

    /** A definition that may hold other definitions. */
    private static final Pattern NESTING = Pattern.compile("<!ENTITY\\s++%\\s++[^\\s\"'>]++\\s*+[\"']");

    private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z_][\\w.-]{0,39});");

    /** What XML itself has names for. */
    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");

    /**
     * Those that the internal subset of a document type defines.
     *
     * @throws OwnEntitiesException if one of them is not harmless, or they are too many
     */
    static OwnEntities in(CharSequence subset) throws OwnEntitiesException {
        var definitions = GENERAL.matcher(subset);
        if (!definitions.find()) {
            return NONE;
        }
        if (NESTING.matcher(subset).find()) {
            throw new OwnEntitiesException();
        }
        var characters = new HashMap<String, String>();
        var harmless = HARMLESS.matcher(subset);
        var count = 0;
        do {
            if (++count > MAX_ENTITIES
                    || !harmless.region(definitions.start(), subset.length()).lookingAt()) {
                throw new OwnEntitiesException();
            }
            characters.putIfAbsent(harmless.group(1), Parser.unescapeEntities(harmless.group(3), false));
        } while (definitions.find());
        characters.keySet().removeAll(OF_XML);
        return new OwnEntities(characters);
    }

    /**
     * These, or those of another document type where this one defines none.
     *
     * @throws OwnEntitiesException if both define some, which no document does
     */
    OwnEntities or(OwnEntities other) throws OwnEntitiesException {
        if (!characters.isEmpty() && !other.characters.isEmpty()) {
            throw new OwnEntitiesException();
        }
        return characters.isEmpty() ? other : this;
    }

    /** What a name stands for; null for one that is not defined. */
    @Nullable
    String get(String name) {
        return characters.get(name);
    }

    /** The text with its references to these entities resolved, and those to others as they are. */
    String resolvedIn(String text) {
        return characters.isEmpty()
                ? text
                : REFERENCE.matcher(text).replaceAll(found -> {
                    var meant = get(found.group(1));
                    return Matcher.quoteReplacement(meant == null ? found.group() : meant.replace("&", "&amp;"));
                });
    }
}
