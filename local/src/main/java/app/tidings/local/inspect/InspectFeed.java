package app.tidings.local.inspect;

import app.tidings.ingest.feed.FeedAuthor;
import app.tidings.ingest.feed.FeedEntry;
import app.tidings.ingest.feed.FeedParser;
import app.tidings.ingest.feed.Parsed;
import app.tidings.local.inspect.Document.Unread;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ./tidings inspect feed}: what is read out of feeds, from files and from addresses. */
final class InspectFeed implements Inspection {

    private static final String USAGE = "inspect feed FILE|URL…, or inspect feed --list LIST.jsonl [--base-dir DIR]";

    private static final int MAX_TITLE = 2_000;

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var inputs = Inputs.of(arguments, USAGE);
        try (var documents = new Documents()) {
            for (var input : inputs) {
                out.println(line(input, documents.read(input)));
                out.flush();
            }
        }
        return 0;
    }

    private static String line(Inputs.Input input, Document document) {
        return switch (document) {
            case Unread(var reason) -> error(input, reason);
            case Document.Read read ->
                switch (FeedParser.parse(read.body(), read.charset(), read.base())) {
                    case Parsed.NotAFeed(var _, var reason) -> error(input, reason);
                    case Parsed.Feed feed -> feed(input, read, feed);
                };
        };
    }

    private static String error(Inputs.Input input, String reason) {
        return JsonLine.of(json -> json.text("file", input.file()).text("error", reason));
    }

    private static String feed(Inputs.Input input, Document.Read read, Parsed.Feed feed) {
        return JsonLine.of(json -> json.text("file", input.file())
                .text("feedType", feed.format().name().toLowerCase(Locale.ROOT))
                .text("title", feed.title())
                .text("link", feed.link())
                .text("language", feed.language() == null ? read.language() : feed.language())
                .list("entries", feed.entries(), InspectFeed::entry));
    }

    private static void entry(JsonLine json, FeedEntry entry) {
        json.text("id", entry.id())
                .text("title", entry.title().plainTitle(MAX_TITLE))
                .text("link", entry.link())
                .text("published", entry.publishedAt())
                .text("updated", entry.updatedAt())
                .text("author", author(entry.author()));
    }

    /** Whom the entry itself names, as others read it. */
    private static @Nullable String author(@Nullable FeedAuthor author) {
        return author == null || author.handedDown() ? null : author.written();
    }
}
