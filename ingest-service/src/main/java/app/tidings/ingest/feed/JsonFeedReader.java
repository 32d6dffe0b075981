package app.tidings.ingest.feed;

import app.tidings.ingest.feed.Parsed.Feed;
import app.tidings.ingest.feed.Parsed.Format;
import app.tidings.ingest.feed.Parsed.Kind;
import app.tidings.ingest.feed.Parsed.NotAFeed;
import app.tidings.ingest.feed.Parsed.PushLinks;
import app.tidings.platform.address.HttpUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON Feed 1.0 and 1.1, read as a stream: a document that breaks off keeps what came before. */
final class JsonFeedReader {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 2_000_000;
    private static final int MAX_TEXT = 16_000;
    private static final int MAX_TITLE = 2_000;
    private static final String VERSION = "://jsonfeed.org/version/";

    /** With what programs forget that put JSON together by hand. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(100)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private final JsonParser parser;
    private final @Nullable HttpUrl base;
    private final List<FeedEntry> entries = new ArrayList<>();
    private boolean named;
    private boolean listed;
    private boolean tooMany;
    private @Nullable String title;
    private @Nullable String link;
    private @Nullable String language;
    private @Nullable FeedAuthor author;
    private PushLinks push = PushLinks.NONE;

    private JsonFeedReader(JsonParser parser, @Nullable HttpUrl base) {
        this.parser = parser;
        this.base = base;
    }

    static Parsed read(String text, @Nullable HttpUrl base) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonFeedReader(parser, base).read();
        } catch (JacksonException e) {
            return new NotAFeed(Kind.UNREADABLE, "the document is neither a feed nor valid JSON; check the address");
        }
    }

    private Parsed read() {
        String flaw;
        try {
            parser.nextToken();
            fields();
            flaw = tooMany ? FeedParser.TOO_MANY : null;
        } catch (JacksonException e) {
            flaw = "the feed is broken JSON at line %d; %d entries before that were read"
                    .formatted(parser.currentLocation().getLineNr(), entries.size());
        }
        if (!named && !(listed && title != null)) {
            return new NotAFeed(Kind.OTHER_DOCUMENT, "the document is JSON of another kind, not a JSON Feed");
        }
        var signed = entries.stream().map(each -> each.by(author)).toList();
        return new Feed(Format.JSON, title, link, language, signed, push, flaw);
    }

    private void fields() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "version" -> named = String.valueOf(text()).contains(VERSION);
                case "title" -> title = text();
                case "home_page_url" -> link = FeedEntry.absolute(base, text());
                case "language" -> language = text();
                case "author", "authors" -> {
                    var ofFeed = FeedAuthor.forEntries(author());
                    author = author == null ? ofFeed : author;
                }
                case "feed_url" -> push = push.with("self", FeedEntry.absolute(base, text()));
                case "hubs" -> hubs();
                case "items" -> items();
                default -> parser.skipChildren();
            }
        }
    }

    private void hubs() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                hub();
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Hubs of other protocols, such as rssCloud, are listed here too. */
    private void hub() {
        String type = null;
        String url = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> type = text();
                case "url" -> url = text();
                default -> parser.skipChildren();
            }
        }
        push = push.with("websub".equalsIgnoreCase(type) ? "hub" : null, FeedEntry.absolute(base, url));
    }

    private void items() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        listed = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tooMany = entries.size() == FeedParser.MAX_ENTRIES;
            if (parser.currentToken() == JsonToken.START_OBJECT && !tooMany) {
                entries.add(item());
            } else {
                parser.skipChildren();
            }
        }
    }

    private FeedEntry item() {
        var draft = new FeedEntry.Draft();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            field(draft, name);
        }
        return draft.entry(base);
    }

    private void field(FeedEntry.Draft draft, String name) {
        switch (name) {
            case "id" -> {
                var id = text();
                draft.id(id);
                draft.lastResort(FeedEntry.isAddress(id) ? id : null);
            }
            case "url" -> {
                var url = text();
                draft.link(url == null || url.isBlank() ? null : new PageLink(url.strip(), PageLink.Rank.PAGE));
            }
            case "external_url" -> draft.permalink(text());
            case "title" -> draft.title(plain(MAX_TITLE));
            case "summary", "content_text" -> draft.summary(plain(MAX_TEXT));
            case "content_html" -> draft.content(new FeedText(plain(MAX_TEXT).raw(), true));
            case "date_published" -> draft.published(text());
            case "date_modified" -> draft.updated(text());
            case "author", "authors" -> draft.author(author());
            case "language" -> draft.language(text());
            case "attachments" -> attachments(draft);
            default -> parser.skipChildren();
        }
    }

    /** The first of an author, or of a list of them, who has a name. */
    private @Nullable FeedAuthor author() {
        FeedAuthor first = null;
        if (!parser.currentToken().isStructStart()) {
            return null;
        }
        for (var depth = 1; depth > 0; ) {
            var token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (first == null && token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                first = FeedAuthor.of(parser.getString());
            }
        }
        return first;
    }

    /** The first that says where, or how long it is, counts. */
    private void attachments(FeedEntry.Draft draft) {
        if (!parser.currentToken().isStructStart()) {
            return;
        }
        for (var depth = 1; depth > 0; ) {
            var token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "url".equals(parser.currentName())) {
                draft.lastResort(text());
            } else if (token.isNumeric() && "duration_in_seconds".equals(parser.currentName())) {
                draft.length(text());
            }
        }
    }

    private FeedText plain(int maxLength) {
        var text = text();
        return text == null
                ? FeedText.NONE
                : new FeedText(text.substring(0, Math.min(text.length(), maxLength)), false);
    }

    /** A scalar as text; null for anything else, which is passed over. */
    private @Nullable String text() {
        if (parser.currentToken() == null || parser.currentToken().isStructStart()) {
            parser.skipChildren();
            return null;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getString();
    }
}
