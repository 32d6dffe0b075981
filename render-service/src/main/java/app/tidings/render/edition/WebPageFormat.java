package app.tidings.render.edition;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** A page of the archive, whole but for what changes without the issue: the ways to its neighbours, and on from there. */
public final class WebPageFormat implements EditionFormat {

    public static final String NAME = "web";

    /** Stands once in the page, where its neighbours belong. */
    public static final String NEIGHBOURS = "<!--neighbours-->";

    /** Stands once in the masthead, where the ways to subscribe belong. */
    public static final String WAYS = "<!--ways-->";

    private final TemplateEngine templates;

    public WebPageFormat(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public List<Printed> print(Edition edition) {
        var page = new StringOutput();
        templates.render("issue.jte", Map.of("edition", edition, "frame", frame(edition)), page);
        return List.of(new Printed(NAME, "text/html;charset=utf-8", page.toString()));
    }

    private static Frame frame(Edition edition) {
        return new Frame(
                edition.language(),
                edition.title(),
                edition.description(),
                edition.page(),
                edition.masthead(),
                edition.translations());
    }
}
