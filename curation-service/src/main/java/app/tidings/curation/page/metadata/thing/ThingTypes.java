package app.tidings.curation.page.metadata.thing;

import java.util.Locale;
import java.util.Set;

/** The types of schema.org that a page can be as a whole: a piece of writing, a recording or software. */
final class ThingTypes {

    private static final Set<String> WANTED = Set.of(
            "article",
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "blogposting",
            "techarticle",
            "scholarlyarticle",
            "report",
            "socialmediaposting",
            "discussionforumposting",
            "qapage",
            "howto",
            "liveblogposting",
            "advertisercontentarticle",
            "satiricalarticle",
            "review",
            "videoobject",
            "podcastepisode",
            "radioepisode",
            "audioobject",
            "softwaresourcecode",
            "softwareapplication");

    private ThingTypes() {}

    /** The type without the address of its vocabulary, in lower case. */
    static String plain(String type) {
        return type.substring(type.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    }

    static boolean isWanted(String type) {
        return WANTED.contains(plain(type));
    }
}
