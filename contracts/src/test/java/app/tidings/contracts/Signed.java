package app.tidings.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;

/** Records with a value of our choice whose checksum is right all the same, as somebody who can write to Kafka would. */
final class Signed {

    private Signed() {}

    static Event decode(Event like, String value) {
        var encoded = EventCodec.encode(like);
        return EventCodec.decode(encoded.topic(), encoded.key(), headers(like, value), value.getBytes(UTF_8));
    }

    static Map<String, String> headers(Event like, String value) {
        var encoded = EventCodec.encode(like);
        var headers = new HashMap<>(encoded.headers());
        var signed = encoded.topic() + "\n" + encoded.key() + "\n" + headers.get(EventCodec.TYPE) + "\n" + value;
        headers.put(EventCodec.CHECKSUM, Ids.contentHash(signed.getBytes(UTF_8)));
        return headers;
    }
}
