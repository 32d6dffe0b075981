package app.tidings.curation.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a site is called in the titles of its pages, as far as its host and the first part of the path tell. Pure.
 *
 * @param labels of the host, in small letters and digits
 * @param folder first part of the path, in small letters and digits
 */
record SiteName(String host, List<String> labels, String folder) {

    private static final int MOST_WORDS = 10;

    /** What has more parts is no headline with a site's name. */
    private static final int MOST_SEPARATORS = 8;

    /** What sites write between a headline and their name. */
    static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[-–—·•»«/]+\\s+|\\s*[|]+\\s*|\\s*::+\\s*|(?<=[\\p{IsHan}!?。\"”)])\\s*[-_–—]+\\s*|_(?=\\p{IsHan})");

    private static final Pattern CALLED_SITE = Pattern.compile(".*(?:blog|博客|社区|网|网站|论坛|频道|专栏|日报|晚报)|by .+");

    static SiteName of(String host, List<String> segments) {
        var labels = Arrays.stream(host.split("\\.", -1)).map(Place::squeezed).toList();
        return new SiteName(host, labels, segments.isEmpty() ? "" : Place.squeezed(segments.getFirst()));
    }

    /** Cuts off the site's name behind or before the headline, as often as there is one. */
    String cutOff(String text) {
        var left = withoutListed(text);
        while (true) {
            var separators = SEPARATOR.matcher(left).results().toList();
            if (separators.isEmpty() || separators.size() > MOST_SEPARATORS) {
                return left;
            }
            var first = separators.getFirst();
            var last = separators.getLast();
            var named = beforeSections(left, separators);
            if (named < left.length()) {
                left = left.substring(0, named);
            } else if (last.start() > 0 && isSite(left.substring(last.end()))) {
                left = left.substring(0, last.start());
            } else if (first.end() < left.length() && isSite(left.substring(0, first.start()))) {
                left = left.substring(first.end());
            } else {
                return left;
            }
        }
    }

    /** Where a site's name begins behind which there are sections of it, and no numbers. */
    private int beforeSections(String text, List<MatchResult> separators) {
        for (var i = 0; i + 1 < separators.size(); i++) {
            var part = text.substring(
                    separators.get(i).end(), separators.get(i + 1).start());
            if (separators.get(i).start() > 0
                    && is(part)
                    && Title.numbers(text.substring(separators.get(i + 1).end()))
                            .isEmpty()) {
                return separators.get(i).start();
            }
        }
        return text.length();
    }

    /** Behind a Latin word, a hyphen without blanks is a part of the headline, unless a name is known to follow. */
    private String withoutListed(String text) {
        var hyphen = Math.max(text.lastIndexOf('-'), text.lastIndexOf('_'));
        return hyphen > 0 && isListed(text.substring(hyphen + 1)) ? text.substring(0, hyphen) : text;
    }

    private boolean isSite(String part) {
        return is(part)
                || (Title.isShort(part, MOST_WORDS)
                        && (isLike(part) || CALLED_SITE.matcher(part).matches()));
    }

    /** Whether it is called so beyond doubt, whatever number there may be in it. */
    private boolean is(String part) {
        var name = squeezed(part);
        return !name.isEmpty()
                && (Places.isNamed(host, name) || Place.squeezed(host).equals(name) || name.equals(registered()));
    }

    /** Whether it is called so on a list, where nothing but a hyphen stands before. */
    private boolean isListed(String part) {
        return Places.isNamed(host, squeezed(part));
    }

    /** Whether it may be called so. */
    private boolean isLike(String part) {
        var name = squeezed(part);
        return !name.isEmpty()
                && (is(part)
                        || labels.stream().limit(labels.size() - 1L).anyMatch(label -> isLike(label, name))
                        || folder.equals(name));
    }

    private static boolean isLike(String label, String name) {
        return label.equals(name)
                || (name.length() >= 4 && label.contains(name))
                || (label.length() >= 5 && name.startsWith(label));
    }

    private String registered() {
        return labels.size() < 2 ? "" : labels.get(labels.size() - 2);
    }

    private static String squeezed(String part) {
        return Place.squeezed(part.replaceFirst("(?i)^\\s*the\\s+", ""));
    }
}
