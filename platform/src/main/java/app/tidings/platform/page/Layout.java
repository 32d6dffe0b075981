package app.tidings.platform.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The frame that all pages for readers and contributors share. Escapes whatever it is given. */
public final class Layout {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Layout.class.getClassLoader(), "app.tidings.platform.template");

    private Layout() {}

    /** A whole page around what a service's own template says. */
    public static Content around(Frame frame, String title, Content content) {
        return output ->
                ENGINE.render("layout.jte", Map.of("frame", frame, "title", title, "content", content), output);
    }

    /** A page that says one thing. */
    public static Page notice(int status, Frame frame, Notice notice) {
        var output = new StringOutput();
        ENGINE.render("notice.jte", Map.of("frame", frame, "notice", notice), output);
        return new Page(status, output.toString());
    }
}
