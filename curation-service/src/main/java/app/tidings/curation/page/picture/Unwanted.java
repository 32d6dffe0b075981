package app.tidings.curation.page.picture;

import app.tidings.curation.image.decode.DecodeImage;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells pictures that belong to a site, or count its readers, from those of an article. */
final class Unwanted {

    private static final Pattern NAMED = Pattern.compile(
            "(?<![a-z])(?:logos?|(?:gr)?avatars?|favicon|icons?|sprites?|pixel|1x1"
                    + "|track(?:ing|er)?|beacon|badges?|emojis?|smil(?:ey|ies)|qr-?codes?|button|counter|advert(?:isement)?s?)(?![a-z])");

    private static final Pattern STAND_IN = Pattern.compile(
            "(?<![a-z])(?:blank|spacer|transparent|placeholder|loading|lazy(?:load)?|grey|gray)[-_\\d]*\\.(?:gif|png|jpe?g|webp|svg)$");

    private static final Pattern HOSTS = Pattern.compile(
            "(?:^|\\.)(?:gravatar\\.com|doubleclick\\.net|shields\\.io|badge\\.fury\\.io"
                    + "|badgen\\.net|google-analytics\\.com|pixel\\.wp\\.com|stats\\.wp\\.com|feedburner\\.com|hm\\.baidu\\.com)$");

    private static final Pattern ASIDE = Pattern.compile(
            "(?<![a-z])(?:avatar|logo|icon|emoji|author|byline|comments?|sidebar|related|share|sharing|sponsor|advert|ads?|nav|footer)(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    private Unwanted() {}

    /** Whether its address says that it is a logo, a face, a badge or a counter. */
    static boolean isNamedSo(URI picture) {
        var host = Objects.requireNonNullElse(picture.getHost(), "");
        var path = Objects.requireNonNullElse(picture.getPath(), "").toLowerCase(Locale.ROOT);
        var parts = path.split("/", -1);
        return HOSTS.matcher(host).find()
                || NAMED.matcher(parts[parts.length - 1]).find()
                || (parts.length > 1 && NAMED.matcher(parts[parts.length - 2]).matches())
                || path.endsWith(".svg");
    }

    /** Whether it is shown only until a script shows the picture. */
    static boolean isStandIn(URI picture) {
        return STAND_IN.matcher(
                        Objects.requireNonNullElse(picture.getPath(), "").toLowerCase(Locale.ROOT))
                .find();
    }

    /** Whether the page shows it as something small, hidden or beside its article. */
    static boolean isShownSo(Element image) {
        var width = size(image.attr("width"));
        var height = size(image.attr("height"));
        var small = (width > 0 && width < DecodeImage.MIN_SIDE) || (height > 0 && height < DecodeImage.MIN_SIDE);
        var narrow =
                width > 0 && height > 0 && Math.max(width, height) > DecodeImage.MOST_RATIO * Math.min(width, height);
        return small || narrow || isHidden(image) || isAside(image);
    }

    private static boolean isHidden(Element image) {
        return image.hasAttr("hidden")
                || image.attr("aria-hidden").equals("true")
                || image.attr("role").matches("presentation|none")
                || image.attr("style").replace(" ", "").contains("display:none");
    }

    private static boolean isAside(Element image) {
        return ASIDE.matcher(image.className() + " " + image.id()).find()
                || (image.parent() != null
                        && ASIDE.matcher(image.parent().className()).find());
    }

    private static int size(String attribute) {
        return attribute.matches("\\d{1,5}(?:px)?") ? Integer.parseInt(attribute.replace("px", "")) : 0;
    }
}
