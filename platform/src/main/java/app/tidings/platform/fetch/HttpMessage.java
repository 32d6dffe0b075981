package app.tidings.platform.fetch;

import static java.util.stream.Collectors.joining;

import app.tidings.platform.fetch.Exchange.Hop;
import app.tidings.platform.fetch.Fetched.Answer;
import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** A request as it goes out and an answer as it comes in: headers, media type, charset and body. */
final class HttpMessage {

    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*([\\w!#$&^.+-]+/[\\w!#$&^.+-]+)");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([\\w:.+-]+)");

    private static final int MOST_TOLD = 100;

    private final FetchSettings settings;

    HttpMessage(FetchSettings settings) {
        this.settings = settings;
    }

    /** What is asked at a hop, as it is sent. */
    ClassicHttpRequest request(Hop hop) {
        var target = hop.target();
        var request = hop.request();
        var authority = new URIAuthority(target.host().name(), target.hasDefaultPort() ? -1 : target.port());
        var message = new BasicClassicHttpRequest(request.method(), target.scheme(), authority, target.pathAndQuery());
        message.addHeader("Host", target.authority());
        message.addHeader("User-Agent", userAgent(request));
        message.addHeader("Accept", accept(request));
        message.addHeader("Accept-Encoding", "gzip, deflate");
        message.addHeader("Connection", "close");
        request.headers().forEach(message::addHeader);
        var body = request.body();
        if (body != null) {
            message.addHeader("Content-Length", body.size());
            message.setEntity(new ByteArrayEntity(body.bytes(), null));
        }
        return message;
    }

    private String userAgent(FetchRequest request) {
        if (request.userAgent() != null) {
            return request.userAgent();
        }
        return settings.contact().isEmpty()
                ? settings.userAgent()
                : "%s (+%s)".formatted(settings.userAgent(), settings.contact());
    }

    private static String accept(FetchRequest request) {
        return request.acceptedTypes().isEmpty() ? "*/*" : String.join(", ", request.acceptedTypes()) + ", */*;q=0.1";
    }

    /** What was answered, its body read; throws where that is out of bounds or breaks off. */
    Fetched answer(Hop hop, ClassicHttpResponse response) throws IOException {
        var headers = new TreeMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.merge(header.getName().toLowerCase(Locale.ROOT), header.getValue(), "%s, %s"::formatted);
        }
        var type = headers.get("content-type");
        var mediaType = mediaType(type);
        var isOk = response.getCode() >= 200 && response.getCode() < 300;
        if (isOk && mediaType != null && !isAccepted(mediaType, hop.request().acceptedTypes())) {
            var wanted = hop.request().acceptedTypes().stream().sorted().collect(joining(", "));
            return new Failed(
                    Reason.WRONG_TYPE,
                    "the answer is of the type %s, wanted is %s".formatted(abbreviated(mediaType), wanted));
        }
        var body = body(hop, response, headers.get("content-encoding"));
        return new Answer(
                response.getCode(),
                hop.target().uri(),
                hop.trail(),
                hop.movedTo(),
                headers,
                body,
                mediaType,
                charset(type));
    }

    private Body body(Hop hop, ClassicHttpResponse response, @Nullable String encoding) throws IOException {
        var entity = response.getEntity();
        if (entity == null || Redirect.is(response.getCode())) {
            return Body.EMPTY;
        }
        return new BodyReader(settings, hop.request().maxBytes(), hop.room())
                .read(entity.getContent(), entity.getContentLength(), encoding);
    }

    private static String abbreviated(String mediaType) {
        return mediaType.length() <= MOST_TOLD ? mediaType : mediaType.substring(0, MOST_TOLD) + "…";
    }

    private static boolean isAccepted(String mediaType, Set<String> accepted) {
        var family = mediaType.substring(0, mediaType.indexOf('/'));
        return accepted.isEmpty()
                || accepted.contains(mediaType)
                || accepted.contains(family + "/*")
                || accepted.contains("*/*");
    }

    private static @Nullable String mediaType(@Nullable String header) {
        var matcher = MEDIA_TYPE.matcher(header == null ? "" : header);
        return matcher.lookingAt() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable Charset charset(@Nullable String header) {
        var matcher = CHARSET.matcher(header == null ? "" : header);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
