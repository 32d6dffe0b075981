package app.tidings.local.inspect;

import app.tidings.local.inspect.Document.Read;
import app.tidings.local.inspect.Document.Unread;
import app.tidings.local.inspect.Inputs.Input;
import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.fetch.Body;
import app.tidings.platform.fetch.FetchRequest;
import app.tidings.platform.fetch.FetchSettings;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.SafeFetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Gets inputs: files from the disk, addresses through the safe fetcher with the settings of the environment. */
final class Documents implements AutoCloseable {

    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:+-]{2,40})");

    /** As much as is taken of an address by default. */
    private static final long MAX_FILE = 10L * 1024 * 1024;

    private @Nullable SafeFetcher fetcher;

    /** Reads an input; whatever goes wrong is an answer. */
    Document read(Input input) {
        return input.isAddress() ? fetched(input.file()) : file(input);
    }

    private static Document file(Input input) {
        var path = input.path();
        try {
            if (Files.size(path) > MAX_FILE) {
                return new Unread("the file is larger than 10 MB");
            }
            return read(Body.of(Files.readAllBytes(path)), input.headers(), input.baseUrl());
        } catch (NoSuchFileException e) {
            return new Unread("there is no such file");
        } catch (IOException e) {
            return new Unread("the file cannot be read");
        }
    }

    private Document fetched(String address) {
        return switch (HttpUrl.parse(address)) {
            case HttpUrl.Parsed.Bad(var reason) -> new Unread("not an address that can be fetched: " + reason);
            case HttpUrl.Parsed.Good(var url) -> fetched(url.uri());
        };
    }

    private Document fetched(URI url) {
        return switch (fetcher().fetch(FetchRequest.get(url))) {
            case Failed(var _, var detail) -> new Unread(detail);
            case Answer answer when !answer.isOk() -> new Unread("the server answers with status " + answer.status());
            case Answer answer ->
                read(answer.body(), answer.headers(), answer.finalUrl().toString());
        };
    }

    private static Read read(Body body, Map<String, String> headers, @Nullable String address) {
        var base = base(headers.get("content-location"), base(address, null));
        return new Read(body, charset(headers.getOrDefault("content-type", "")), base, headers.get("content-language"));
    }

    private static @Nullable HttpUrl base(@Nullable String reference, @Nullable HttpUrl base) {
        if (reference == null) {
            return base;
        }
        var read = base == null ? HttpUrl.parse(reference) : base.resolve(reference);
        return read instanceof HttpUrl.Parsed.Good(var url) ? url : base;
    }

    private static @Nullable Charset charset(String contentType) {
        var named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private SafeFetcher fetcher() {
        if (fetcher == null) {
            fetcher = new SafeFetcher(settings());
        }
        return fetcher;
    }

    private static FetchSettings settings() {
        return new Binder(ConfigurationPropertySources.get(new StandardEnvironment()))
                .bindOrCreate("tidings.fetch", FetchSettings.class);
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
