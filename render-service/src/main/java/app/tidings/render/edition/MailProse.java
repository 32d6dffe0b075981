package app.tidings.render.edition;

import app.tidings.render.prose.Prose;
import app.tidings.render.prose.ProseHtml;
import java.util.Map;
import java.util.regex.Pattern;

/** An editor's text as HTML that mail clients show as it is meant: each element carries its style. */
public final class MailProse {

    // the sanitizer writes no < but that of an element: in texts and attributes it stands as &lt;
    private static final Pattern ELEMENT = Pattern.compile("<(p|a|ul|ol|li|code|pre)(?=[ >])");

    private static final Map<String, String> STYLED = Map.of(
            "p", "<p style=\"margin:0 0 12px\"",
            "a", "<a class=\"tide\" style=\"color:#0B5F77\"",
            "ul", "<ul style=\"margin:0 0 12px;padding-left:24px\"",
            "ol", "<ol style=\"margin:0 0 12px;padding-left:24px\"",
            "li", "<li style=\"margin:0 0 4px\"",
            "code", "<code style=\"font:14px ui-monospace,Menlo,Consolas,monospace\"",
            "pre",
                    "<pre class=\"sunken\" style=\"margin:0 0 12px;padding:12px;background:#F3F1EB;white-space:pre-wrap\"");

    private MailProse() {}

    /** The text, sanitised and styled. */
    public static String html(Prose prose) {
        return ELEMENT.matcher(ProseHtml.mail(prose))
                .replaceAll(element -> STYLED.getOrDefault(element.group(1), element.group()));
    }
}
