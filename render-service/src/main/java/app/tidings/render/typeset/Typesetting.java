package app.tidings.render.typeset;

import static app.tidings.render.typeset.Texts.filled;
import static java.util.stream.Collectors.toUnmodifiableMap;

import app.tidings.contracts.Ids;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.contracts.Manuscript.BlockKind;
import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Imprint;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Edition;
import app.tidings.render.edition.Edition.Masthead;
import app.tidings.render.edition.Edition.Notice;
import app.tidings.render.edition.Edition.Section;
import app.tidings.render.edition.Edition.Translation;
import app.tidings.render.prose.Lines;
import app.tidings.render.prose.Prose;
import app.tidings.render.prose.ProseText;
import app.tidings.render.words.Word;
import app.tidings.render.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a manuscript an edition: picks the language, numbers, marks, counts and puts everything into its place. */
public final class Typesetting {

    private static final Pattern OPEN_END = Pattern.compile("[\\s:：\\-–—|·]+$");
    private static final int DESCRIPTION_LENGTH = 160;

    private final Manuscript manuscript;
    private final Profile profile;
    private final EditionPlan plan;
    private final Addresses addresses;
    private final Texts texts;
    private final Map<String, List<Manuscript.Entry>> printed;

    private Typesetting(Manuscript manuscript, EditionPlan plan, Addresses addresses) {
        this.manuscript = manuscript;
        this.profile = manuscript.profile();
        this.plan = plan;
        this.addresses = addresses;
        this.texts = new Texts(plan.language(), profile.language());
        this.printed = printedSections(manuscript);
    }

    /** Sets one edition of the manuscript. */
    public static Edition edition(Manuscript manuscript, EditionPlan plan, Addresses addresses) {
        return new Typesetting(manuscript, plan, addresses).set();
    }

    /** The title that an edition of the manuscript has. */
    public static String title(Manuscript manuscript, EditionPlan plan) {
        var texts = new Texts(plan.language(), manuscript.profile().language());
        var headline = texts.line(manuscript.headline());
        var title = filled(
                texts.line(manuscript.profile().titlePattern()),
                Map.of("number", Integer.toString(manuscript.number()), "headline", headline));
        var closed = headline.isEmpty() ? OPEN_END.matcher(title).replaceFirst("") : title;
        return closed.isEmpty() ? "#" + manuscript.number() : closed;
    }

    private Edition set() {
        var teaser = plan.access().equals(EditionPlan.TEASER);
        var publication = profile.publicationId();
        var sections = printed.keySet().stream().map(this::section).toList();
        var opening = noticesBehind(null);
        return new Edition(
                Ids.edition(manuscript.issueId(), plan.language(), plan.access()),
                masthead(profile, plan.language(), addresses),
                manuscript.number(),
                plan.language(),
                teaser,
                title(manuscript, plan),
                manuscript.date(),
                CountLine.of(sections, kinds(), teaser, Words.in(plan.language())),
                description(opening),
                opening,
                sections,
                addresses.page(publication, plan.language(), manuscript.number()),
                addresses.markdown(publication, plan.language(), manuscript.number()),
                translations());
    }

    /** How the publication names itself in a language. */
    public static Masthead masthead(Profile profile, String language, Addresses addresses) {
        var texts = new Texts(language, profile.language());
        return new Masthead(
                profile.publicationId(),
                texts.line(profile.name()),
                texts.line(profile.tagline()),
                addresses.index(profile.publicationId(), language),
                imprint(profile.imprint()));
    }

    private static Imprint imprint(Imprint imprint) {
        return new Imprint(
                Lines.single(imprint.publisher()),
                lineOrNull(imprint.postalAddress()),
                lineOrNull(imprint.license()),
                imprint.homepage());
    }

    private static @Nullable String lineOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : Lines.single(text);
    }

    private String description(List<Notice> opening) {
        var introduction = opening.stream()
                .filter(notice -> notice.kind() == BlockKind.INTRO)
                .map(notice -> ProseText.words(notice.text()))
                .findFirst();
        return Lines.beginning(introduction.orElseGet(() -> texts.line(profile.tagline())), DESCRIPTION_LENGTH);
    }

    /** The languages that the publication appears in, in the order of its editions. */
    public static List<String> languages(Profile profile) {
        return profile.editions().stream().map(EditionPlan::language).distinct().toList();
    }

    private List<Translation> translations() {
        var languages = profile.editions().stream()
                .map(EditionPlan::language)
                .distinct()
                .toList();
        return languages.size() == 1
                ? List.of()
                : languages.stream()
                        .map(language -> new Translation(
                                language, addresses.page(profile.publicationId(), language, manuscript.number())))
                        .toList();
    }

    /** The sections that have entries, in printing order. */
    private static Map<String, List<Manuscript.Entry>> printedSections(Manuscript manuscript) {
        var printed = new LinkedHashMap<String, List<Manuscript.Entry>>();
        manuscript.parts().stream()
                .filter(part -> !part.entries().isEmpty())
                .forEach(part -> printed.computeIfAbsent(part.section(), _ -> new ArrayList<>())
                        .addAll(part.entries()));
        return printed;
    }

    private Section section(String id) {
        var named = profile.sections().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        var setting = new EntrySetting(plan, profile.style(), texts, addresses);
        var entries = printed.getOrDefault(id, List.of());
        return new Section(
                id,
                Lines.single(named.emoji()),
                texts.line(named.name()),
                IntStream.range(0, entries.size())
                        .mapToObj(index -> setting.set(index + 1, entries.get(index)))
                        .toList(),
                noticesBehind(id));
    }

    private Map<String, String> kinds() {
        return profile.sections().stream()
                .collect(toUnmodifiableMap(Profile.Section::id, Profile.Section::kind, (first, _) -> first));
    }

    private List<Notice> noticesBehind(@Nullable String section) {
        return manuscript.blocks().stream()
                .filter(block -> place(block).equals(Optional.ofNullable(section)))
                .map(this::notice)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The section behind which a block stands; where that is not printed, the printed one before it. */
    private Optional<String> place(Block block) {
        var after = block.after();
        if (after == null || printed.containsKey(after)) {
            return Optional.ofNullable(after);
        }
        var order = profile.sections().stream().map(Profile.Section::id).toList();
        var before = order.contains(after) ? order.subList(0, order.indexOf(after)) : order;
        return before.reversed().stream().filter(printed::containsKey).findFirst();
    }

    private Optional<Notice> notice(Block block) {
        var found = texts.found(block.text());
        var text = Prose.of(found.text());
        var heading = texts.line(block.heading());
        if (text.isBlank() && heading.isEmpty()) {
            return Optional.empty();
        }
        var label =
                block.kind() == BlockKind.SPONSOR ? Words.in(plan.language()).say(Word.SPONSORED) : "";
        return Optional.of(new Notice(block.kind(), found.language(), label, heading, text));
    }
}
