package app.tidings.ingest.preview;

import app.tidings.contracts.BadValue;
import app.tidings.ingest.connector.ConnectorSettings;
import app.tidings.ingest.connector.FeedSettings;
import app.tidings.ingest.preview.PreviewSource.Preview;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks at an address before it is added. */
@RestController
@RequestMapping("/api/v1/sources/preview")
class PreviewController {

    /** As readers write it for a feed: {@code feed://a.example/} or {@code feed:https://a.example/}. */
    private static final Pattern FEED = Pattern.compile("^feed:(?://)?", Pattern.CASE_INSENSITIVE);

    /** What stands before a port is a host. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!\\d)");

    private final PreviewSource previewSource;

    /** An address as somebody pasted it, or else a source of whatever kind as it would be added. */
    record Wanted(@Nullable String url, @Nullable ConnectorSettings connector) {}

    PreviewController(PreviewSource previewSource) {
        this.previewSource = previewSource;
    }

    /** What it would give. 400 where it is no source that can be read; whatever its server does is a good answer. */
    @PostMapping
    Preview preview(@RequestBody Wanted wanted) {
        if (wanted.connector() != null) {
            return previewSource.one(sound(wanted.connector()));
        }
        return previewSource.run(pasted(wanted.url()));
    }

    /** The address; of one without a scheme, as https and as http. */
    private static List<FeedSettings> pasted(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw new BadValue("url is missing, or else connector");
        }
        var address = FEED.matcher(url.strip()).replaceFirst("");
        return SCHEME.matcher(address).lookingAt()
                ? List.of(address(address))
                : List.of(address("https://" + address), address("http://" + address));
    }

    private static FeedSettings address(String text) {
        try {
            return sound(FeedSettings.of(text));
        } catch (BadValue unfit) {
            throw new BadValue(String.valueOf(unfit.getMessage()).replaceFirst("^feedUrl", "url"), unfit);
        }
    }

    private static <S extends ConnectorSettings> S sound(S settings) {
        var fault = settings.fault();
        if (fault != null) {
            throw new BadValue(fault);
        }
        return settings;
    }
}
