package app.tidings.local.inspect;

import app.tidings.curation.enrich.DetectKind;
import app.tidings.curation.language.Language;
import app.tidings.curation.page.WebPage;
import app.tidings.curation.page.metadata.Metadata;
import app.tidings.curation.page.picture.FindPictures;
import app.tidings.curation.page.picture.Picture;
import app.tidings.curation.page.text.ReadableText;
import app.tidings.curation.pdf.Pdf;
import app.tidings.local.inspect.Document.Unread;
import app.tidings.local.inspect.Inputs.Input;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./tidings inspect page}: what is read out of pages of the web, from files and from addresses. */
final class InspectPage implements Inspection {

    private static final String USAGE =
            "inspect page FILE|URL… [--url ADDRESS], or inspect page --list LIST.jsonl [--base-dir DIR]";

    private static final int EXCERPT = 300;
    private static final URI NOWHERE = URI.create("https://unknown.invalid/");

    @Override
    public int run(List<String> arguments, PrintStream out) {
        print(Inputs.of(arguments, USAGE), out);
        return 0;
    }

    /** Prints one line for each input. */
    static void print(List<Input> inputs, PrintStream out) {
        try (var documents = new Documents()) {
            for (var input : inputs) {
                out.println(line(input, documents.read(input)));
                out.flush();
            }
        }
    }

    private static String line(Input input, Document document) {
        return switch (document) {
            case Unread(var reason) ->
                JsonLine.of(json -> json.text("id", input.id()).text("error", reason));
            case Document.Read read when Pdf.isOne(read.body().bytes()) -> InspectPdf.line(input, read);
            case Document.Read read -> {
                var page = WebPage.read(read.body().bytes(), read.charset(), read.base());
                var metadata = Metadata.of(page);
                var text = ReadableText.of(page, metadata);
                yield JsonLine.of(json -> {
                    json.text("id", input.id());
                    said(json, page, metadata);
                    json.text("lang", language(metadata, text));
                    json.text("image", picture(page, metadata, text))
                            .text("text", text.text())
                            .text("html", text.html())
                            .text("excerpt", excerpt(metadata, text))
                            .text("quality", text.quality().word());
                });
            }
        };
    }

    private static void said(JsonLine json, WebPage page, Metadata metadata) {
        json.text("title", metadata.title())
                .text("byline", metadata.author())
                .text("author", metadata.author())
                .text("siteName", metadata.site())
                .text("publisher", metadata.site())
                .text("publishedTime", metadata.published())
                .text("date", metadata.publishedAt())
                .text("modified", metadata.modifiedAt())
                .text("description", metadata.description())
                .text("url", metadata.canonical() == null ? page.address() : metadata.canonical())
                .text("license", metadata.license())
                .text("paywall", metadata.paywalled() ? "yes" : null)
                .text("kind", kind(page, metadata));
    }

    /** As an item of the page would have it, but with the region that the page names. */
    private static @Nullable String language(Metadata metadata, ReadableText text) {
        var title = metadata.title() == null ? "" : metadata.title();
        var wording = metadata.description() == null ? text.text() : text.text() + "\n" + metadata.description();
        var claimed = metadata.language();
        return Language.of(title, wording, claimed == null ? List.of() : List.of(claimed))
                .map(told -> claimed != null && Language.same(claimed, told) ? claimed : told)
                .orElse(claimed);
    }

    /** The one that an item of the page would try first. */
    private static @Nullable URI picture(WebPage page, Metadata metadata, ReadableText text) {
        return FindPictures.of(page, metadata.images(), text.html(), metadata.title()).stream()
                .findFirst()
                .map(Picture::url)
                .orElse(null);
    }

    private static String kind(WebPage page, Metadata metadata) {
        var address = page.address() == null ? NOWHERE : page.address().uri();
        return DetectKind.of(address, metadata.traits()).word();
    }

    /** What the page says of itself, or else how its text begins. */
    private static String excerpt(Metadata metadata, ReadableText text) {
        return metadata.description() != null
                ? metadata.description()
                : text.text()
                        .lines()
                        .findFirst()
                        .map(line -> line.substring(0, Math.min(line.length(), EXCERPT)))
                        .orElse("");
    }
}
