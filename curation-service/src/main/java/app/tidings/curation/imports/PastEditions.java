package app.tidings.curation.imports;

import app.tidings.contracts.Profile;
import java.util.Set;

/** An issue of the past is printed in the languages that it was written in: nobody will ever write its other editions. */
final class PastEditions {

    private PastEditions() {}

    /** The profile with its editions in those languages; with all of them where it has none of those. */
    static Profile of(Profile profile, Set<String> languages) {
        var printed = profile.editions().stream()
                .filter(each -> languages.contains(each.language()))
                .toList();
        return printed.isEmpty() ? profile : profile.withEditions(printed);
    }

    /**
     * The profile that an issue was printed by, with the editions that the publication has now in those languages; the publication's
     * own where that says something in one of them and the does not.
     */
    static Profile joined(Profile printedBy, Profile profile, Set<String> languages) {
        var isLess = languages.stream()
                .anyMatch(each -> profile.titlePattern().containsKey(each)
                        && !printedBy.titlePattern().containsKey(each));
        var words = isLess ? profile : printedBy;
        return of(words.withEditions(profile.editions()), languages);
    }
}
