package app.tidings.curation.learn;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.Section;
import app.tidings.contracts.Sighting;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Item;
import app.tidings.curation.item.ItemState;
import app.tidings.curation.item.Items;
import app.tidings.curation.proposal.ProposalSettings;
import app.tidings.curation.proposal.Taste;
import app.tidings.curation.proposal.Taste.Fate;
import app.tidings.curation.proposal.Tastes;
import app.tidings.curation.publication.Publications;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Reads through all items of each publication now and then, and learns what became of them. */
@Component
class LearnTastes implements SchedulingConfigurer {

    /** What nobody decided about for so long was not wanted. */
    private static final Duration LEFT = Duration.ofDays(14);

    private final Items items;
    private final Publications publications;
    private final Tastes tastes;
    private final ProposalSettings settings;
    private final InstantSource clock;
    private final LearningPace pace;

    LearnTastes(Items items, Publications publications, Tastes tastes, ProposalSettings settings, InstantSource clock) {
        this.items = items;
        this.publications = publications;
        this.tastes = tastes;
        this.settings = settings;
        this.clock = clock;
        this.pace = new LearningPace(settings.refresh(), clock);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (settings.enabled()) {
            // each time on a thread of its own
            tasks.addFixedRateTask(() -> pace.readWhenDue(this::run), LearningPace.TICK);
        }
    }

    void run() {
        publications.all().stream()
                .filter(profile -> settings.isOnFor(profile.publicationId()))
                .forEach(profile -> tastes.replace(profile.publicationId(), learned(profile)));
    }

    private Taste learned(Profile profile) {
        var taste = new Taste(profile.sections().stream().collect(Collectors.toMap(Section::id, Section::kind)));
        var now = clock.instant();
        items.each(profile.publicationId(), item -> {
            var placement = item.placement();
            if (item.state() == ItemState.PUBLISHED
                    && placement != null
                    && Publications.hasSection(profile, placement.section())) {
                taste.learnSection(placement.section(), titles(item).toList(), item.url());
            }
            fate(item, now).ifPresent(fate -> taste.learnFate(fate, item.title(), item.url(), sources(item)));
        });
        return taste;
    }

    /** As the page has it, and as people wrote it. */
    private static Stream<String> titles(Item item) {
        var written = item.edits().texts().values().stream().map(EditedText::title);
        return Stream.concat(Stream.of(item.title()), written)
                .filter(title -> !title.isBlank())
                .distinct();
    }

    /** None for what is still to be decided, and for what was imported: nobody chose it among others here. */
    private static Optional<Fate> fate(Item item, Instant now) {
        if (item.sighted().sightings().isEmpty()) {
            return Optional.empty();
        }
        return switch (item.state()) {
            case SHORTLISTED, PLACED, PUBLISHED -> Optional.of(Fate.TAKEN);
            case DECLINED -> item.sighted().withdrawn() == null ? Optional.of(Fate.DECLINED) : Optional.empty();
            case NEW -> item.takenInAt().plus(LEFT).isBefore(now) ? Optional.of(Fate.LEFT) : Optional.empty();
            case MERGED -> Optional.empty();
        };
    }

    private static List<String> sources(Item item) {
        return item.sighted().sightings().stream()
                .map(Sighting::sourceId)
                .distinct()
                .toList();
    }
}
