package app.tidings.ingest.submission.github;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The addresses in the text of an issue, which is Markdown as people write it. Never throws, whatever the text. */
final class IssueLinks {

    /** More than this nobody submits in one issue. */
    static final int MOST = 5;

    private static final Pattern CODE_OR_IMAGE = Pattern.compile(
            "(?s)```.*?(?:```|$)|!\\[[^\\]]{0,300}]\\([^)]{0,2000}\\)|<img\\b[^>]{0,2000}>|<!--.*?(?:-->|$)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\bhttps?://[^\\s<>\"`|\\\\^{}\u3000-\u303f\uff00-\uffef]+");
    private static final Pattern IMAGE_FILE = Pattern.compile("\\.(png|jpe?g|gif|webp|svg|avif|bmp)([?#].*)?$");
    private static final List<String> UPLOADS = List.of(
            "https://github.com/user-attachments/",
            "https://user-images.githubusercontent.com/",
            "https://private-user-images.githubusercontent.com/");
    private static final String TRAILING = ".,;:!?*_~'";

    private IssueLinks() {}

    /**
     * Those that may be submitted, each once, in the order of the text, at most {@value #MOST}.
     *
     * @param own the address of the issue itself, which is none of them
     */
    static List<String> in(String title, String body, String own) {
        var text = CODE_OR_IMAGE.matcher(title + "\n" + body).replaceAll(" ");
        var found = new LinkedHashSet<String>();
        var addresses = ADDRESS.matcher(text);
        while (found.size() < MOST && addresses.find()) {
            var address = whole(addresses.group());
            if (!isOwn(address, own) && !isImage(address)) {
                found.add(address);
            }
        }
        return List.copyOf(found);
    }

    /** Without what stands around it: the bracket that Markdown closes, and the end of a sentence. */
    private static String whole(String matched) {
        var end = 0;
        var open = 0;
        while (end < matched.length()) {
            var sign = matched.charAt(end);
            open += sign == '(' || sign == '[' ? 1 : 0;
            open -= sign == ')' || sign == ']' ? 1 : 0;
            if (open < 0) {
                break;
            }
            end++;
        }
        while (end > 0 && TRAILING.indexOf(matched.charAt(end - 1)) >= 0) {
            end--;
        }
        return matched.substring(0, end);
    }

    private static boolean isOwn(String address, String own) {
        return address.equals(own) || address.startsWith(own + "#") || address.startsWith(own + "?");
    }

    private static boolean isImage(String address) {
        return UPLOADS.stream().anyMatch(address::startsWith)
                || IMAGE_FILE.matcher(address.toLowerCase(Locale.ROOT)).find();
    }
}
