package app.tidings.render.feed;

import app.tidings.contracts.Ids;
import java.nio.ByteBuffer;

/**
 * A feed as it is sent.
 *
 * @param hash of the bytes
 */
public record Written(ByteBuffer bytes, String hash) {

    static Written of(byte[] bytes) {
        return new Written(ByteBuffer.wrap(bytes), Ids.contentHash(bytes));
    }
}
