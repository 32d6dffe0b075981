package app.tidings.render.typeset;

import static app.tidings.render.typeset.Texts.byLanguage;
import static app.tidings.render.typeset.Texts.filled;
import static app.tidings.render.typeset.Texts.sameLanguage;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript;
import app.tidings.contracts.Manuscript.Image;
import app.tidings.contracts.Manuscript.Text;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.contracts.Profile.Style;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Edition.Credits;
import app.tidings.render.edition.Edition.Entry;
import app.tidings.render.edition.Edition.Name;
import app.tidings.render.edition.Edition.Picture;
import app.tidings.render.prose.Lines;
import app.tidings.render.prose.Prose;
import app.tidings.render.typeset.Texts.Found;
import app.tidings.render.words.Word;
import app.tidings.render.words.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets entries: title, mark, comment, stars, credits and pictures; a teaser's entries have a title alone. */
record EntrySetting(EditionPlan plan, Style style, Texts texts, Addresses addresses) {

    private static final String NAMES = "{names}";
    private static final String CAPITAL = "{STARS}";

    Entry set(int number, Manuscript.Entry entry) {
        return isTeaser() ? title(number, entry) : whole(number, entry);
    }

    private boolean isTeaser() {
        return plan.access().equals(EditionPlan.TEASER);
    }

    private Entry title(int number, Manuscript.Entry entry) {
        var found = texts.found(entry.texts());
        return new Entry(
                number,
                printable(found.text().title(), entry),
                null,
                found.language(),
                onlyIn(found.language()),
                "",
                Prose.of(""),
                "",
                "",
                Credits.NOBODY,
                List.of());
    }

    private Entry whole(int number, Manuscript.Entry entry) {
        var found = texts.found(entry.texts());
        var link = Link.of(entry, found);
        var stars = stars(entry.stars());
        var pattern = texts.line(style.starsPattern());
        return new Entry(
                number,
                printable(found.text().title(), entry),
                link.url(),
                found.language(),
                onlyIn(found.language()),
                link.url() == null ? "" : mark(link.language()),
                Prose.of(found.text().comment()),
                pattern.contains(CAPITAL) ? capital(stars) : stars,
                stars.isEmpty() ? "" : filled(pattern, Map.of("stars", stars, "STARS", capital(stars))),
                credits(entry.credits()),
                entry.images().stream().map(this::picture).toList());
    }

    /** What a title leads to: the page in the text's own language, where there is one. */
    private record Link(@Nullable URI url, String language) {

        static Link of(Manuscript.Entry entry, Found<Text> found) {
            var own = found.text().url();
            return own == null ? new Link(entry.url(), entry.linkLanguage()) : new Link(own, found.language());
        }
    }

    private static String printable(String title, Manuscript.Entry entry) {
        var line = Lines.single(title);
        return line.isEmpty() ? entry.entryId() : line;
    }

    private String onlyIn(String language) {
        var words = Words.in(plan.language());
        return sameLanguage(language, plan.language()) ? "" : words.say(Word.ONLY_IN, words.nameOf(language));
    }

    private String mark(String linkLanguage) {
        if (sameLanguage(linkLanguage, plan.language())) {
            return "";
        }
        var marks = byLanguage(style.marks(), plan.language()).orElse(Map.of());
        return Lines.single(byLanguage(marks, linkLanguage).orElse(""));
    }

    private String stars(@Nullable Integer stars) {
        return stars == null || stars < style.starsFrom() ? "" : StarCount.shortened(stars);
    }

    private static String capital(String stars) {
        return stars.toUpperCase(Locale.ROOT);
    }

    private Credits credits(List<Credit> credits) {
        if (credits.isEmpty()) {
            return Credits.NOBODY;
        }
        var pattern = texts.line(style.creditPattern());
        var names = pattern.indexOf(NAMES);
        return new Credits(
                names < 0 ? pattern : pattern.substring(0, names),
                credits.stream().map(EntrySetting::name).toList(),
                Words.in(plan.language()).say(Word.NAME_SEPARATOR),
                names < 0 ? "" : pattern.substring(names + NAMES.length()));
    }

    private static Name name(Credit credit) {
        var name = Lines.single(credit.name());
        return new Name(name.startsWith("@") ? name : "@" + name, credit.url());
    }

    private Picture picture(Image image) {
        return new Picture(
                addresses.image(image.sha256()),
                image.width(),
                image.height(),
                Lines.single(image.alt()),
                Lines.single(image.caption()));
    }
}
