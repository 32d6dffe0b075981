package app.tidings.curation.enrich;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Kind;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Page.Extent;
import app.tidings.curation.item.Page.Repository;
import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.pdf.Pdf;
import app.tidings.curation.replay.EnrichStep;
import app.tidings.curation.text.ReadingTime;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been found out about one item so far; each step adds to it. Lives as long as one job, on one thread. */
final class Draft {

    private final Item item;
    private final Slot slot;
    private final Set<String> flags = new LinkedHashSet<>();
    private final Set<URI> formerly = new LinkedHashSet<>();
    private final Album album = new Album();
    private final Set<EnrichStep> steps = EnrichStep.all();
    private final Later later = new Later();
    private @Nullable URI standingAddress;
    private @Nullable WebPage page;
    private Pdf.@Nullable Document document;
    private boolean pdf;
    private Metadata metadata = Metadata.NONE;
    private @Nullable String text;
    private @Nullable String html;
    private String language = Page.UNKNOWN_LANGUAGE;
    private Kind kind = Kind.ARTICLE;
    private @Nullable Repository repository;
    private @Nullable String summary;
    private @Nullable String titleLanguage;
    private Extent extent = Extent.UNKNOWN;

    Draft(Item item) {
        this(item, EnrichStep.all(), Slot.alone());
    }

    /** The draft of a look that leaves something of an earlier one as it is; what stands is set by who makes it. */
    Draft(Item item, Set<EnrichStep> asked, Slot slot) {
        this.item = item;
        this.slot = slot;
        steps.retainAll(asked);
    }

    /** Whether one of the steps to be taken is the one that sets a flag. */
    boolean finds(String flag) {
        return steps.stream().anyMatch(step -> step.owns(flag));
    }

    /** Whether a step is to be taken. */
    boolean takes(EnrichStep step) {
        return steps.contains(step);
    }

    /** Where the job is worked; left while a server is waited for. */
    Slot slot() {
        return slot;
    }

    Item item() {
        return item;
    }

    Optional<WebPage> page() {
        return Optional.ofNullable(page);
    }

    /** What is there in place of a page, where it could be read. */
    Optional<Pdf.Document> document() {
        return Optional.ofNullable(document);
    }

    /** Whether a document in PDF is there in place of a page, be it one that could not be read. */
    boolean isPdf() {
        return pdf;
    }

    Metadata metadata() {
        return metadata;
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The text with its structure, sanitised. */
    @Nullable
    String html() {
        return html;
    }

    Optional<Repository> repository() {
        return Optional.ofNullable(repository);
    }

    Kind kind() {
        return kind;
    }

    /** The address of the page as far as it is known: where the link led to in the end. */
    URI address() {
        return page == null || page.address() == null
                ? Objects.requireNonNullElse(standingAddress, item.url())
                : page.address().uri();
    }

    /** The page's title, or else the source's. */
    String title() {
        return Objects.requireNonNullElse(metadata.title(), item.sighted().title());
    }

    /** All the text there is, the best first. */
    String wording() {
        return Stream.of(text, metadata.description(), item.sighted().teaser())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** The text is one that a person gave. */
    void pasted() {
        flags.removeIf(EnrichStep.TEXT::owns);
        flags.add(Page.PASTED);
    }

    void flag(String flag) {
        flags.add(flag);
    }

    /** What could not be found out for now. */
    Later later() {
        return later;
    }

    void page(WebPage fetched) {
        page = fetched;
    }

    /** Lets go of the page, which takes much memory, when all was read of it; its address stands. */
    void leavePage() {
        standingAddress = address();
        page = null;
    }

    /** Takes a document for the page. */
    void document(Pdf.Document read, URI where) {
        document = read;
        standingAddress = where;
        extent = extent.withPages(read.pages());
        unreadPdf();
    }

    void unreadPdf() {
        pdf = true;
    }

    void metadata(Metadata found) {
        metadata = found;
    }

    void text(String found) {
        text = found;
        extent = extent.withText(ReadingTime.of(found));
    }

    void html(@Nullable String found) {
        html = found;
    }

    void language(String found) {
        language = found;
    }

    void titleLanguage(@Nullable String found) {
        titleLanguage = found;
    }

    void kind(Kind found) {
        kind = found;
    }

    void repository(@Nullable Repository found) {
        repository = found;
    }

    /** Notes where the repository was under another name. */
    void formerly(URI address) {
        formerly.add(address);
    }

    void summary(@Nullable String found) {
        summary = found;
    }

    void extent(Extent found) {
        extent = found;
    }

    void length(Duration found) {
        extent = extent.withLength(found);
    }

    void answers(int found) {
        extent = extent.withAnswers(found);
    }

    /** Where an earlier look was led, which stands until this one is led elsewhere. */
    void standingAddress(@Nullable URI address) {
        standingAddress = address;
    }

    /** Its pictures. */
    Album album() {
        return album;
    }

    Page toPage() {
        return new Page(
                metadata.title(),
                metadata.author(),
                metadata.site(),
                metadata.publishedAt(),
                metadata.description(),
                metadata.canonical(),
                language,
                kind,
                repository,
                summary,
                album.proposed(),
                List.copyOf(flags),
                address().equals(item.url()) ? null : address(),
                List.copyOf(formerly),
                extent,
                titleLanguage,
                album.pictures());
    }
}
