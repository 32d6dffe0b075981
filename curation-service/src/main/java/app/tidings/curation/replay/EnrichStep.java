package app.tidings.curation.replay;

import app.tidings.contracts.BadValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of enrichment, as they can be asked for by name. */
public enum EnrichStep {
    /** Fetches the page and reads what it says about itself: title, author, date, description. */
    PAGE(""),
    /** The readable text of the page. */
    TEXT("no-text|stated-text|whole-page-text|pasted-text|partial-text|paywall"),
    LANGUAGE("no-language"),
    KIND(""),
    /** Stars, licence and state, as the repository's host says. */
    REPOSITORY("repository-.*"),
    SUMMARY("no-summary"),
    /** The image that is proposed. */
    IMAGE("no-image|image-.*");

    private static final Set<EnrichStep> READ_THE_PAGE = EnumSet.of(TEXT, KIND, IMAGE);

    private final String flags;

    /** Makes a step; the pattern matches the flags of quality that are its own. */
    EnrichStep(String flags) {
        this.flags = flags;
    }

    public static Set<EnrichStep> all() {
        return EnumSet.allOf(EnrichStep.class);
    }

    /** As it is asked for: {@code repository}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a flag of quality is this step's; those that no other step names are the page's. */
    public boolean owns(String flag) {
        return this == PAGE ? Arrays.stream(values()).noneMatch(step -> step.names(flag)) : names(flag);
    }

    private boolean names(String flag) {
        return flag.matches(flags);
    }

    /**
     * The steps of these names, and those that they stand on; all when there are none.
     *
     * @throws BadValue for a name that is none
     */
    public static Set<EnrichStep> named(@Nullable List<String> words) {
        return words == null || words.isEmpty()
                ? all()
                : grounded(words.stream().map(EnrichStep::named).collect(Collectors.toSet()));
    }

    private static EnrichStep named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadValue("there is no step %s; there are: %s".formatted(word, words(all()))));
    }

    private static Set<EnrichStep> grounded(Collection<EnrichStep> asked) {
        var steps = EnumSet.copyOf(asked);
        if (steps.stream().anyMatch(READ_THE_PAGE::contains)) {
            steps.add(PAGE);
        }
        if (steps.contains(KIND)) {
            steps.add(REPOSITORY); // what is at its address is a project
        }
        return steps;
    }

    private static String words(Collection<EnrichStep> steps) {
        return steps.stream().map(EnrichStep::word).collect(Collectors.joining(", "));
    }
}
