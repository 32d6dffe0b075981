package app.tidings.curation.page.picture;

import app.tidings.curation.page.WebPage;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Where the picture of an {@code img} is: pages that load late have it elsewhere, and others have it in several sizes. */
final class PictureAddress {

    /** Attributes in which scripts keep the address until the picture comes into view. */
    private static final List<String> LATE =
            List.of("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-original-src", "data-url");

    private static final int WANTED = 1200;

    /** Other elements that hold sources of one picture. */
    private static final int MOST_SOURCES = 30;

    /** Sizes of one picture, in all of its sources. */
    private static final int MOST_SIZES = 60;

    private static final int LONGEST = 20_000;

    /** HTML, section 4.8.4.4.2, as far as pages use it: commas also stand within addresses. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d[wx])\\s*,|,\\s");

    private static final Pattern DESCRIPTOR = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?)([wx])");

    private record Sized(String reference, double width) {}

    private PictureAddress() {}

    /** All addresses by which readers of the page may know it; the one in the size that is nearest to what is printed first. */
    static List<URI> all(Element image, WebPage page) {
        return Stream.of(
                        LATE.stream().map(image::attr),
                        sources(image).map(Sized::reference),
                        Stream.of(image.attr("src")))
                .flatMap(each -> each)
                .filter(each -> !each.isBlank())
                .map(page::resolve)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<Sized> sources(Element image) {
        var own = Stream.of(image.attr("srcset"), image.attr("data-srcset"));
        var parent = image.parent();
        var others = parent == null || !parent.normalName().equals("picture")
                ? Stream.<String>empty()
                : parent.select("> source[srcset]").stream()
                        .limit(MOST_SOURCES)
                        .filter(each -> each.attr("type").matches("|image/(jpeg|png|webp|gif)"))
                        .map(each -> each.attr("srcset"));
        return Stream.concat(own, others)
                .flatMap(PictureAddress::sized)
                .limit(MOST_SIZES)
                .sorted(Comparator.comparingDouble(PictureAddress::waste));
    }

    private static Stream<Sized> sized(String list) {
        return list.length() > LONGEST
                ? Stream.empty()
                : BETWEEN.splitAsStream(list).map(String::strip).map(PictureAddress::one);
    }

    /** A density is taken for that of a page of 600 pixels. */
    private static Sized one(String source) {
        var blank = source.lastIndexOf(' ');
        var descriptor = DESCRIPTOR.matcher(source.substring(blank + 1));
        if (blank < 0 || !descriptor.matches()) {
            return new Sized(source, WANTED / 2.0);
        }
        var number = Double.parseDouble(descriptor.group(1));
        var width = descriptor.group(2).equals("x") ? number * WANTED / 2 : number;
        return new Sized(source.substring(0, blank).strip(), width);
    }

    /** The smallest that is wide enough comes first; of those that are not, the widest. */
    private static double waste(Sized source) {
        return source.width >= WANTED ? source.width : 1e9 - source.width;
    }
}
