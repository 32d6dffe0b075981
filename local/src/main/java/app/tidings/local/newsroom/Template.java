package app.tidings.local.newsroom;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** HTML with places: {@code {{name}}} is filled with text, {@code {{&name}}} with HTML. */
record Template(String html) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(&?)(\\w+)}}");

    /** Fills every place; one that has no value is a mistake. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(2), values, place.group(1))));
    }

    private static String value(String name, Map<String, String> values, String raw) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing to put in the place of " + name);
        }
        return raw.isEmpty() ? escaped(value) : value;
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
