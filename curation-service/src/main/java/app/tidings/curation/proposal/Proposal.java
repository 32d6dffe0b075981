package app.tidings.curation.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed of an item; editors decide.
 *
 * @param section none where nothing tells
 * @param tags words that the repository has for itself, or that several titles that ran have in common
 * @param score from 0 to 100, the sum of its reasons
 */
public record Proposal(@Nullable ForSection section, List<String> tags, int score, List<Reason> reasons) {

    /**
     * A section of the profile.
     *
     * @param share how likely it is, from 0 to 1
     * @param because what said so, in words
     */
    public record ForSection(String id, double share, List<String> because) {}

    /** Why a score is as it is, in words, and how many points of it. */
    public record Reason(String reason, int points) {}
}
