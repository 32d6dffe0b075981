package app.tidings.curation.duplicate;

import app.tidings.curation.duplicate.Place.Repository;
import app.tidings.curation.duplicate.Place.Sort;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether two links lead to one article. To show an article twice costs an editor a click, and one that is lost is not noticed:
 * where it could be another article, it is. {@code docs/duplicates.md} tells the rules. Pure.
 */
public final class SameArticle {

    /** Weight of a title from which on nobody else is likely to have thought of it. */
    private static final double TELLING = 2.5;

    /** Weight of a title that says something beside other evidence. */
    private static final double SUPPORTING = 1.5;

    private static final int WORDS_OF_A_SLUG = 3;
    private static final int WORDS_OF_A_SHORT_SLUG = 2;

    /** What shows that it is one article. */
    public enum Evidence {
        /** Both addresses lead to one place, or to a copy of it that names it. */
        ADDRESS,
        /** One address leads on to the other, or both to a third. */
        REDIRECT,
        /** One page gives the other as its own address, or both a third, and what was read does not speak against it. */
        CANONICAL,
        /** Same title, which says enough, and nothing speaks against it. */
        TITLE,
        /** Same text. */
        TEXT
    }

    private SameArticle() {}

    /** What shows that both are one article; empty where nothing does. */
    public static Optional<Evidence> judge(Reading one, Reading other) {
        var here = Place.of(one.address());
        var there = Place.of(other.address());
        return here.isEmpty() || there.isEmpty()
                ? Optional.empty()
                : new Pair(Read.of(one, here.get()), Read.of(other, there.get())).judged();
    }

    /** A reading, understood. What was read of a page says nothing of a comment in it. */
    private record Read(
            Place place,
            Title title,
            Shingles text,
            @Nullable URI target,
            @Nullable URI canonical) {

        static Read of(Reading reading, Place place) {
            return new Read(
                    place,
                    Title.of(reading.title(), place),
                    Shingles.of(place.isWhole() ? reading.text() : null),
                    place.isWhole() ? stated(reading.target()) : null,
                    place.isWhole() ? stated(reading.canonical()) : null);
        }

        private static @Nullable URI stated(@Nullable String address) {
            return Place.of(address)
                    .filter(Place::standsForSomething)
                    .map(Place::address)
                    .orElse(null);
        }
    }

    /** The evidence in its order: what pages say themselves comes before what can be concluded. */
    private record Pair(Read one, Read other) {

        Optional<Evidence> judged() {
            if (one.place.address().equals(other.place.address())) {
                return Optional.of(Evidence.ADDRESS);
            }
            if (one.place.contradicts(other.place)) {
                return Optional.empty();
            }
            if (isAddressed()) {
                return Optional.of(Evidence.ADDRESS);
            }
            return one.title.contradicts(other.title) ? Optional.empty() : stated().or(this::concluded);
        }

        private boolean isAddressed() {
            return isOneRepository() || (one.place.isSpellingOf(other.place) && titlesAgree()) || isOneMachineName();
        }

        /** Words cannot be compared where an editor's title is in another language than the page's. */
        private boolean titlesAgree() {
            return one.title.isLike(other.title)
                    || (one.title.isInOtherScript(other.title) && !one.title.contradicts(other.title));
        }

        private boolean isOneMachineName() {
            return one.place.machineName().isPresent()
                    && one.place.machineName().equals(other.place.machineName())
                    && !one.place.isOnSiteOf(other.place);
        }

        private boolean isOneRepository() {
            var ours = one.place.repository();
            var theirs = other.place.repository();
            if (ours == null || theirs == null || !ours.name().equals(theirs.name()) || isOneHost()) {
                return false;
            }
            return ours.owner().equals(theirs.owner()) || ((ours.isOfMirror() || theirs.isOfMirror()) && titlesAgree());
        }

        /** On one host, two repositories are two, though one may still have the words of the other. */
        private boolean isFork() {
            var ours = one.place.repository();
            var theirs = other.place.repository();
            return ours != null && theirs != null && isOneHost() && !ours.equals(theirs);
        }

        private boolean isOneHost() {
            return one.place.host().equals(other.place.host());
        }

        private Optional<Evidence> stated() {
            if (meet(one.target, other.target)) {
                return Optional.of(Evidence.REDIRECT);
            }
            return meet(one.canonical, other.canonical) && isCredible()
                    ? Optional.of(Evidence.CANONICAL)
                    : Optional.empty();
        }

        /** A template may name one address on all its pages, and anybody may claim to be another's article. */
        private boolean isCredible() {
            return !one.text.differ(other.text)
                    && (one.place.isOnSiteOf(other.place) || titlesAgree() || one.text.agree(other.text));
        }

        private boolean meet(@Nullable URI ours, @Nullable URI theirs) {
            return (ours != null && (ours.equals(theirs) || ours.equals(other.place.address())))
                    || (theirs != null && theirs.equals(one.place.address()));
        }

        private Optional<Evidence> concluded() {
            if (isFork() || !one.place.sort().mayBe(other.place.sort()) || one.text.differ(other.text)) {
                return Optional.empty();
            }
            if (one.text.agree(other.text)) {
                return Optional.of(Evidence.TEXT);
            }
            var same = one.place.isOnSiteOf(other.place) ? isOneOfTheSite() : isOneOfTheWeb();
            return same ? Optional.of(Evidence.TITLE) : Optional.empty();
        }

        /** On one site, pages of one title are as a rule two: the parts of a column, the pages of versions and places. */
        private boolean isOneOfTheSite() {
            var weight = one.title.weightOfSame(other.title);
            return one.place.isShelvedLike(other.place)
                    && ((hasSlug() && weight >= SUPPORTING) || (weight >= TELLING && !recurs() && isOneName()));
        }

        /** A name that says something itself, or is made of the title, or that and the article's number. */
        private boolean isOneName() {
            var ours = one.place.name();
            var theirs = other.place.name();
            return (one.place.hasSlugOf(other.place, WORDS_OF_A_SHORT_SLUG) && ours.weight() >= SUPPORTING)
                    || (one.title.namesInFull(ours) && other.title.namesInFull(theirs))
                    || (one.place.isNumberAt(other.place) && other.title.names(theirs))
                    || (other.place.isNumberAt(one.place) && one.title.names(ours));
        }

        private boolean isOneOfTheWeb() {
            var isTelling = !recurs() && one.title.distinctionOfSame(other.title) >= TELLING;
            return isRepository()
                    ? isTelling && sameName(one.place.repository(), other.place.repository())
                    : isTelling || (hasSlug() && isSupported());
        }

        private boolean recurs() {
            return one.title.recurs() || other.title.recurs();
        }

        /** Words at the end of the path say more than the title only where they are not made of it. */
        private boolean isSupported() {
            var isMadeOfTitles = one.title.names(one.place.name()) && other.title.names(other.place.name());
            return isMadeOfTitles
                    ? !recurs() && one.title.distinctionOfLike(other.title) >= TELLING
                    : Math.max(one.title.weightOfSame(other.title), one.title.weightOfLike(other.title)) >= SUPPORTING;
        }

        private boolean hasSlug() {
            return one.place.hasSlugOf(other.place, WORDS_OF_A_SLUG);
        }

        private boolean isRepository() {
            return one.place.sort() == Sort.REPOSITORY;
        }

        private static boolean sameName(@Nullable Repository ours, @Nullable Repository theirs) {
            return ours != null && theirs != null && ours.name().equals(theirs.name());
        }
    }
}
