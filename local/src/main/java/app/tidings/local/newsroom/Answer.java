package app.tidings.local.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document that is always the same, with what a client needs to ask for it only if it changed. */
@SuppressWarnings("ArrayRecordComponent") // an answer is never compared
record Answer(String mediaType, byte[] body, Instant modifiedAt, String etag) {

    static final String HTML = "text/html; charset=utf-8";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'")
            .withLocale(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int ETAG_LENGTH = 16;

    static Answer of(String mediaType, byte[] body, Instant modifiedAt) {
        var etag = "\"" + Ids.contentHash(body).substring(0, ETAG_LENGTH) + "\"";
        return new Answer(mediaType, body, modifiedAt.truncatedTo(ChronoUnit.SECONDS), etag);
    }

    static Answer of(String mediaType, String body, Instant modifiedAt) {
        return of(mediaType, body.getBytes(UTF_8), modifiedAt);
    }

    String lastModified() {
        return httpDate(modifiedAt);
    }

    /** As HTTP writes it, and RSS too. */
    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    /** Whether a client that sends these conditions has it already; the entity tag counts before the date. */
    boolean isKnownTo(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return ifNoneMatch.equals("*") || ifNoneMatch.contains(etag);
        }
        return ifModifiedSince != null && !modifiedAt.isAfter(date(ifModifiedSince));
    }

    private static Instant date(String text) {
        try {
            return Instant.from(HTTP_DATE.parse(text));
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }
}
