package app.tidings.curation.duplicate;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands, as the address tells it. Pure.
 *
 * @param address the canonical one, of what is shown there
 * @param segments of the path, in small letters, without what only names a file's form
 */
record Place(URI address, Sort sort, @Nullable Repository repository, List<String> segments) {

    /** What stands there. */
    enum Sort {
        ARTICLE,
        REPOSITORY,
        DISCUSSION,
        FILM,
        SOUND,
        PAPER,
        PACKAGE,
        MODEL,
        BOOK,
        ENCYCLOPEDIA;

        /** Whether one title may stand for one thing at both: an episode has a page, and what people say about an article has its title. */
        boolean mayBe(Sort other) {
            return this == other
                    ? this != DISCUSSION
                    : (this == SOUND && other == ARTICLE) || (this == ARTICLE && other == SOUND);
        }
    }

    /** A repository at whichever host; both names in small letters and digits. */
    record Repository(String owner, String name) {

        private static final Pattern COPIER = Pattern.compile("mirrors?\\w*|ghmirrors?|githubmirrors?");

        boolean isOfMirror() {
            return COPIER.matcher(owner).matches();
        }
    }

    private static final Pattern FORM = Pattern.compile("\\.(?:s?html?|php|aspx?|jsp|md|mdx|amp)$");
    private static final Set<String> FORMS = Set.of("print", "amp", "index", "default");
    private static final Pattern UNWORDY = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}&&[^\\p{IsIdeographic}]]{2,}|\\p{IsIdeographic}{2}");

    /** Directories that say nothing about what stands in them. */
    private static final Set<String> SHELVES = Places.words("shelf");

    private static final Set<String> TELLING_PARAMETERS = Places.words("parameter");

    /** Where everybody is sent who may not read, or where nothing is. */
    private static final Pattern NOWHERE = Pattern.compile(
            "(?i).*/(?:log-?in|sign-?in|signup|register|404|not-?found|error|captcha|consent|verify)\\b.*");

    private static final Pattern NUMBERED = Pattern.compile("p=\\d+");

    /** Part of an address that is made by a machine and names one thing everywhere. */
    private static final Pattern MACHINE_NAME =
            Pattern.compile("(?:^|.*-)((?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10,40})");

    /** Reads an address; empty where it is none. */
    static Optional<Place> of(@Nullable String address) {
        return Optional.ofNullable(address).flatMap(Places::original).map(Place::of);
    }

    private static Place of(URI address) {
        var sorted = Places.sorted(address);
        var repository = sorted.shown()
                .filter(_ -> sorted.sort() == Sort.REPOSITORY)
                .map(found -> new Repository(
                        squeezed(found.group(found.groupCount() - 1)), squeezed(found.group(found.groupCount()))))
                .filter(each -> !each.name().isEmpty());
        return new Place(address, sorted.sort(), repository.orElse(null), segments(address));
    }

    private static List<String> segments(URI address) {
        var segments = Arrays.stream(String.valueOf(address.getPath())
                        .toLowerCase(Locale.ROOT)
                        .split("/", -1))
                .map(each -> FORM.matcher(each).replaceFirst(""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        while (!segments.isEmpty() && FORMS.contains(segments.getLast())) {
            segments.removeLast();
        }
        return List.copyOf(segments);
    }

    /** Letters and digits alone, small. */
    static String squeezed(String text) {
        return UNWORDY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    String host() {
        return Objects.requireNonNull(address.getHost());
    }

    /** Whether it is more than the first page of a site, or a page that everybody is sent to. */
    boolean standsForSomething() {
        return (!segments.isEmpty() || address.getRawQuery() != null)
                && !NOWHERE.matcher(address.toString()).matches();
    }

    SiteName siteName() {
        return SiteName.of(host(), segments);
    }

    /** Whether both are at one host, or at hosts of one owner; as well where we cannot know better. */
    boolean isOnSiteOf(Place other) {
        return domain().equals(other.domain());
    }

    private String domain() {
        var last = host().lastIndexOf('.');
        return host().substring(host().lastIndexOf('.', last - 1) + 1);
    }

    /** Whether the addresses say themselves that they lead to different languages or versions of something, or things in one page. */
    boolean contradicts(Place other) {
        return isOnSiteOf(other)
                ? !variant().equals(other.variant()) || isInPageOf(other)
                : variant().contradicts(other.variant());
    }

    private boolean isInPageOf(Place other) {
        return !Objects.equals(address.getFragment(), other.address.getFragment())
                && Places.shown(address).equals(Places.shown(other.address));
    }

    /** Whether it is all of its page, so that what is read there is about it. */
    boolean isWhole() {
        return address.getFragment() == null;
    }

    private Variant variant() {
        return Variant.of(host(), segments, query());
    }

    private String lastSegment() {
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** The words that end the path, without the name that a machine put behind them. */
    private String slug() {
        return machineName().map(each -> lastSegment().replace("-" + each, "")).orElseGet(this::lastSegment);
    }

    /** Whether the addresses differ in no more than case, file form, or parameters that name nothing. */
    boolean isSpellingOf(Place other) {
        return host().equals(other.host())
                && !segments.isEmpty()
                && segments.equals(other.segments)
                && hasQueryLike(other);
    }

    private boolean hasQueryLike(Place other) {
        var ours = query().collect(Collectors.toSet());
        var theirs = other.query().collect(Collectors.toSet());
        return (ours.containsAll(theirs) || theirs.containsAll(ours))
                && Stream.concat(ours.stream(), theirs.stream())
                        .filter(each -> !ours.contains(each) || !theirs.contains(each))
                        .map(Place::name)
                        .noneMatch(TELLING_PARAMETERS::contains);
    }

    private Stream<String> query() {
        var query = address.getRawQuery();
        return query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&", -1)).filter(each -> each.indexOf('=') > 0);
    }

    private static String name(String parameter) {
        return parameter.substring(0, parameter.indexOf('=')).toLowerCase(Locale.ROOT);
    }

    /** Whether both end in the same words, at least so many. */
    boolean hasSlugOf(Place other, int words) {
        return slug(words).isPresent() && slug(words).equals(other.slug(words));
    }

    /** The words that end the path, if they are at least so many and alone name what stands there. */
    Optional<String> slug(int words) {
        return address.getRawQuery() == null && WORD.matcher(slug()).results().count() >= words
                ? Optional.of(slug())
                : Optional.empty();
    }

    /** The words that end the path. */
    Phrase name() {
        return Phrase.of(slug());
    }

    /** Whether it is an article's number at a WordPress blog that has it by name as well. */
    boolean isNumberAt(Place named) {
        return host().equals(named.host())
                && NUMBERED.matcher(String.valueOf(address.getRawQuery())).matches()
                && named.address.getRawQuery() == null
                && segments.stream().allMatch(SHELVES::contains);
    }

    /** Whether what stands before the last words, numbers such as dates aside, may be two shelves for one thing. */
    boolean isShelvedLike(Place other) {
        var ours = shelves();
        var theirs = other.shelves();
        return (ours.containsAll(theirs) || theirs.containsAll(ours)) && !Variant.differ(dates(), other.dates());
    }

    private Set<String> shelves() {
        var shelves = new LinkedHashSet<String>();
        var labels = host().split("\\.", -1);
        shelves.addAll(Arrays.asList(labels).subList(0, Math.max(labels.length - 2, 0)));
        shelves.addAll(segments.subList(0, Math.max(segments.size() - 1, 0)));
        shelves.removeIf(each -> SHELVES.contains(each) || isNumber(each));
        return shelves;
    }

    private Set<String> dates() {
        return segments.subList(0, Math.max(segments.size() - 1, 0)).stream()
                .filter(Place::isNumber)
                .collect(Collectors.toSet());
    }

    private static boolean isNumber(String segment) {
        return segment.chars().allMatch(each -> Character.isDigit(each) || each == '-');
    }

    /** A name that a machine made for what stands here, the same wherever it stands. */
    Optional<String> machineName() {
        var found = MACHINE_NAME.matcher(lastSegment());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
