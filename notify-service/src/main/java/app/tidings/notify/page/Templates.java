package app.tidings.notify.page;

import app.tidings.notify.page.Views.Form;
import app.tidings.notify.page.Views.Mail;
import app.tidings.notify.page.Views.Preference;
import app.tidings.platform.page.Frame;
import app.tidings.platform.page.Link;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills the templates, which escape whatever they are given. */
@Component
public class Templates {

    private static final String PACKAGE = "app.tidings.notify.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    public String mail(Mail mail) {
        return filled("mail.jte", Map.of("mail", mail));
    }

    String form(Frame frame, Form form) {
        return filled("form.jte", Map.of("frame", frame, "form", form));
    }

    String choose(Frame frame, List<Link> links) {
        return filled("choose.jte", Map.of("frame", frame, "links", links));
    }

    String preferences(Frame frame, List<Preference> preferences) {
        return filled("preferences.jte", Map.of("frame", frame, "preferences", preferences));
    }

    private String filled(String template, Map<String, Object> values) {
        var output = new StringOutput();
        engine.render(template, values, output);
        return output.toString();
    }
}
