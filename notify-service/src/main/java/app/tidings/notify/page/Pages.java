package app.tidings.notify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.notify.page.Views.Form;
import app.tidings.notify.page.Views.Preference;
import app.tidings.notify.publication.Publications;
import app.tidings.platform.page.Frame;
import app.tidings.platform.page.Layout;
import app.tidings.platform.page.Link;
import app.tidings.platform.page.Notice;
import app.tidings.platform.page.Page;
import app.tidings.platform.page.Words;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts pages together: in the reader's language, under the publication's name. */
@Component
class Pages {

    private final Templates templates;
    private final Publications publications;

    /**
     * How a page was asked for.
     *
     * @param lang the language that was asked for, if any
     * @param parameter name and value of what else the address holds
     */
    record Asked(
            @Nullable String lang,
            String parameter,
            @Nullable String value) {

        /** The same address with another language. */
        String href(String language) {
            var rest = value == null ? "" : "&" + parameter + "=" + URLEncoder.encode(value, UTF_8);
            return "?lang=" + language + rest;
        }
    }

    Pages(Templates templates, Publications publications) {
        this.templates = templates;
        this.publications = publications;
    }

    Optional<Profile> publication(String id) {
        return publications.find(id);
    }

    List<Profile> all() {
        return publications.all();
    }

    static List<String> languages(Profile profile) {
        return profile.editions().stream().map(EditionPlan::language).distinct().toList();
    }

    /** The frame of a page about a publication, which may not be known any more. */
    Frame frame(Asked asked, @Nullable String publicationId, @Nullable String readersLanguage) {
        var profile = publicationId == null ? Optional.<Profile>empty() : publications.find(publicationId);
        var language = Optional.ofNullable(asked.lang())
                .or(() -> Optional.ofNullable(readersLanguage))
                .or(() -> profile.map(Profile::language))
                .or(this::languageOfAll)
                .orElse("en");
        var words = ReaderWords.in(language);
        var name = profile.map(known -> name(known, words)).orElse(publicationId == null ? "Tidings" : publicationId);
        return new Frame(words, name, asked.href(words.language().equals("zh") ? "en" : "zh"));
    }

    /** What every publication's editors write first, where that is the same. */
    private Optional<String> languageOfAll() {
        var languages = all().stream().map(Profile::language).distinct().toList();
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }

    static String name(Profile profile, Words words) {
        return profile.in(words.language(), profile.name());
    }

    Page notice(int status, Frame frame, Notice notice) {
        return Layout.notice(status, frame, notice);
    }

    Page form(int status, Frame frame, Form form) {
        return new Page(status, templates.form(frame, form));
    }

    Page choose(Frame frame, List<Link> links) {
        return new Page(Page.OK, templates.choose(frame, links));
    }

    Page preferences(Frame frame, List<Preference> preferences) {
        return new Page(Page.OK, templates.preferences(frame, preferences));
    }

    Page unknown(Frame frame, String hrefOfAll) {
        var words = frame.words();
        var all = new Link(words.get("again"), hrefOfAll);
        var notice = new Notice(words.get("form.unknown"), words.get("form.unknown.text"), null, all);
        return notice(Page.NOT_FOUND, frame, notice);
    }

    Page tooMany(Frame frame) {
        var words = frame.words();
        var notice = Notice.of(words.get("form.too-many"), words.get("form.too-many.text"));
        return notice(Page.TOO_MANY_REQUESTS, frame, notice);
    }
}
