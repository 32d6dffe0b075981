package app.tidings.render.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Profile;
import app.tidings.render.RenderSettings;
import app.tidings.render.artefact.Shelf;
import app.tidings.render.artefact.Shelf.Issue;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.Edition.Translation;
import app.tidings.render.edition.Frame;
import app.tidings.render.edition.WebPageFormat;
import app.tidings.render.feed.FeedFormat;
import app.tidings.render.typeset.Typesetting;
import app.tidings.render.words.Word;
import app.tidings.render.words.Words;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the pages of the archive from what is stored. */
@Component
class SitePages {

    private static final String NAME = "Tidings";
    private static final String HEAD_END = "</head>";

    private final TemplateEngine templates;
    private final Addresses addresses;
    private final RenderSettings settings;

    SitePages(TemplateEngine templates, Addresses addresses, RenderSettings settings) {
        this.templates = templates;
        this.addresses = addresses;
        this.settings = settings;
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
                        "ways",
                        ways(profile.publicationId(), language),
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

    /** The stored page of an issue with the ways to its neighbours, and on. Pages printed long ago have no place for all. */
    byte[] issue(byte[] stored, String publication, String language, Shelf shelf, Issue issue) {
        var ways = ways(publication, language);
        var neighbours = new HashMap<String, @Nullable Object>();
        neighbours.put("ways", ways);
        neighbours.put("base", addresses.index(publication, language).getRawPath());
        neighbours.put("previous", shelf.previous(issue.number()).orElse(null));
        neighbours.put("next", shelf.next(issue.number()).orElse(null));
        neighbours.put("yearBefore", shelf.yearBefore(issue).orElse(null));
        return new String(stored, UTF_8)
                .replace(HEAD_END, text("feeds.jte", Map.of("ways", ways)) + HEAD_END)
                .replace(WebPageFormat.WAYS, text("ways.jte", Map.of("ways", ways)))
                .replace(WebPageFormat.NEIGHBOURS, text("neighbours.jte", neighbours))
                .getBytes(UTF_8);
    }

    private Ways ways(String publication, String language) {
        return new Ways(
                language,
                settings.subscribe(publication, language),
                Arrays.stream(FeedFormat.values())
                        .map(format -> new Ways.Link(
                                format.title(),
                                format.mediaType(),
                                addresses.feed(publication, language, format.file())))
                        .toList());
    }

    /** What stands where there is no page. */
    byte[] notFound() {
        return render("notfound.jte", Map.of("frame", plainFrame(Words.in("en").say(Word.NOT_FOUND_TITLE))));
    }

    private static Frame plainFrame(String title) {
        return new Frame("en", title, "", null, null, List.of());
    }

    private byte[] render(String template, Map<String, @Nullable Object> values) {
        return text(template, values).getBytes(UTF_8);
    }

    private String text(String template, Map<String, @Nullable Object> values) {
        var page = new StringOutput();
        templates.render(template, values, page);
        return page.toString();
    }
}
