package app.tidings.notify.page;

import app.tidings.contracts.Profile;
import app.tidings.contracts.Profile.EditionPlan;
import app.tidings.notify.publication.Publications;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts pages together: in the reader's language, under the publication's name. */
@Component
class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

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

        String href(String language) {
            return UriComponentsBuilder.newInstance()
                    .queryParamIfPresent(parameter, Optional.ofNullable(value))
                    .queryParam("lang", language)
                    .encode()
                    .toUriString();
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
                .orElse("en");
        var words = Words.in(language);
        var name = profile.map(known -> name(known, words)).orElse(publicationId == null ? "Tidings" : publicationId);
        return new Frame(words, name, asked.href(words == Words.CHINESE ? "en" : "zh"));
    }

    static String name(Profile profile, Words words) {
        return profile.in(words.language(), profile.name());
    }

    ResponseEntity<String> notice(HttpStatus status, Frame frame, Notice notice) {
        return page(status, templates.notice(frame, notice));
    }

    ResponseEntity<String> form(HttpStatus status, Frame frame, FormView form) {
        return page(status, templates.form(frame, form));
    }

    ResponseEntity<String> choose(Frame frame, List<Notice.Link> links) {
        return page(HttpStatus.OK, templates.choose(frame, links));
    }

    ResponseEntity<String> preferences(Frame frame, List<PreferenceView> preferences) {
        return page(HttpStatus.OK, templates.preferences(frame, preferences));
    }

    ResponseEntity<String> tooMany(Frame frame) {
        var words = frame.words();
        var notice = Notice.of(words.get("form.too-many"), words.get("form.too-many.text"));
        return notice(HttpStatus.TOO_MANY_REQUESTS, frame, notice);
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }
}
