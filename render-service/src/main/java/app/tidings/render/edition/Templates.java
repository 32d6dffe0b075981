package app.tidings.render.edition;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** The templates under {@code src/main/jte}, compiled with the service. */
public final class Templates {

    private static final String PACKAGE = "app.tidings.render.page";

    private Templates() {}

    /** The engine that renders them; safe to share. */
    public static TemplateEngine precompiled() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    }
}
