package app.tidings.render.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Profile;
import app.tidings.render.artefact.Shelf;
import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Edition.Translation;
import app.tidings.render.edition.Frame;
import app.tidings.render.edition.WebPageFormat;
import app.tidings.render.typeset.Typesetting;
import app.tidings.render.words.Word;
import app.tidings.render.words.Words;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the pages of the archive from what is stored. */
@Component
class SitePages {

    private static final String NAME = "Tidings";

    private final TemplateEngine templates;
    private final Addresses addresses;

    SitePages(TemplateEngine templates, Addresses addresses) {
        this.templates = templates;
        this.addresses = addresses;
    }

    /** The front page of an installation with several publications, or none yet. */
    byte[] start(List<Profile> profiles) {
        var mastheads = profiles.stream()
                .map(profile -> Typesetting.masthead(profile, profile.language(), addresses))
                .toList();
        return render("start.jte", Map.of("frame", plainFrame(NAME), "publications", mastheads));
    }

    /** The list of a publication's issues. */
    byte[] index(Profile profile, String language, Shelf shelf) {
        var masthead = Typesetting.masthead(profile, language, addresses);
        var frame = new Frame(
                language, masthead.name(), masthead.tagline(), masthead.index(), masthead, translations(profile));
        return render(
                "index.jte",
                Map.of(
                        "frame",
                        frame,
                        "tagline",
                        masthead.tagline(),
                        "shelf",
                        shelf,
                        "base",
                        masthead.index().getRawPath()));
    }

    private List<Translation> translations(Profile profile) {
        var languages = Typesetting.languages(profile);
        return languages.size() == 1
                ? List.of()
                : languages.stream()
                        .map(language -> new Translation(language, addresses.index(profile.publicationId(), language)))
                        .toList();
    }

    /** The stored page of an issue with the ways to its neighbours. */
    byte[] issue(byte[] stored, String publication, String language, Shelf shelf, Issue issue) {
        var ways = new HashMap<String, @Nullable Object>();
        ways.put("language", language);
        ways.put("base", addresses.index(publication, language).getRawPath());
        ways.put("previous", shelf.previous(issue.number()).orElse(null));
        ways.put("next", shelf.next(issue.number()).orElse(null));
        ways.put("yearBefore", shelf.yearBefore(issue).orElse(null));
        var neighbours = new String(render("neighbours.jte", ways), UTF_8);
        return new String(stored, UTF_8)
                .replace(WebPageFormat.NEIGHBOURS, neighbours)
                .getBytes(UTF_8);
    }

    /** What stands where there is no page. */
    byte[] notFound() {
        return render("notfound.jte", Map.of("frame", plainFrame(Words.in("en").say(Word.NOT_FOUND_TITLE))));
    }

    private static Frame plainFrame(String title) {
        return new Frame("en", title, "", null, null, List.of());
    }

    private byte[] render(String template, Map<String, @Nullable Object> values) {
        var page = new StringOutput();
        templates.render(template, values, page);
        return page.toString().getBytes(UTF_8);
    }
}
