package app.tidings.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys of an index: lone texts first and written as such, then all others as BSON arrays in the order of their bytes; nobody
 * reads in this order.
 */
final class BsonKeys extends BasicDataType<KeyValue> {

    private static final String FIELD = "k";
    private static final int LONE_TEXT = 0; // where the length of a BSON document would be, which is never 0

    @Override
    public int compare(KeyValue left, KeyValue right) {
        var text = text(left);
        var other = text(right);
        if (text != null && other != null) {
            return text.compareTo(other);
        }
        if (text != null || other != null) {
            return text != null ? -1 : 1;
        }
        return ByteBufUtil.compare(encoded(left), encoded(right));
    }

    private static @Nullable String text(KeyValue key) {
        return key.size() == 1 && key.get(0) instanceof String text ? text : null;
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream().mapToInt(BsonDocuments::weight).sum();
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        var text = text(key);
        if (text == null) {
            BsonDocuments.encode(out, wrapped(key));
        } else {
            out.putInt(LONE_TEXT);
            StringDataType.INSTANCE.write(out, text);
        }
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        if (in.getInt(in.position()) == LONE_TEXT) {
            in.getInt();
            return new KeyValue(StringDataType.INSTANCE.read(in));
        }
        return new KeyValue((List<?>) BsonDocuments.decode(in).get(FIELD));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    private static ByteBuf encoded(KeyValue key) {
        var encoded = Unpooled.buffer();
        BsonEncoder.encodeDocument(wrapped(key), encoded);
        return encoded;
    }

    private static Document wrapped(KeyValue key) {
        return new Document(FIELD, key.stream().toList());
    }
}
