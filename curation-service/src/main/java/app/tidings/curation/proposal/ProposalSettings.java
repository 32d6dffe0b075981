package app.tidings.curation.proposal;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how something is proposed of items.
 *
 * @param enabled whether at all
 * @param except ids of publications for which nothing is proposed
 * @param refresh the longest pause between two readings of what editors took and declined
 */
@ConfigurationProperties("tidings.curation.proposals")
public record ProposalSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Set<String> except,
        @DefaultValue("1h") Duration refresh) {

    public ProposalSettings {
        except = Set.copyOf(except);
    }

    /** Whether something is proposed for a publication. */
    public boolean isOnFor(String publicationId) {
        return enabled && !except.contains(publicationId);
    }
}
