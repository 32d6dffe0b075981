package app.tidings.local.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents in the file as BSON, rather than as serialised Java objects of one library version. */
final class BsonDocuments extends BasicDataType<Document> {

    private static final int OVERHEAD = 16;

    /** About the bytes that the value takes; decides when a page is split. */
    static int weight(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length() + OVERHEAD;
            case Map<?, ?> map ->
                OVERHEAD
                        + map.keySet().stream().mapToInt(BsonDocuments::weight).sum()
                        + map.values().stream().mapToInt(BsonDocuments::weight).sum();
            case Collection<?> list ->
                OVERHEAD + list.stream().mapToInt(BsonDocuments::weight).sum();
            case BinData data -> data.getData().length + OVERHEAD;
            case null, default -> OVERHEAD;
        };
    }

    static void encode(WriteBuffer out, Document document) {
        var encoded = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, encoded);
        out.put(encoded.nioBuffer());
    }

    static Document decode(ByteBuffer in) {
        var rest = Unpooled.wrappedBuffer(in);
        var document = BsonDecoder.decodeBson(rest);
        in.position(in.position() + rest.readerIndex());
        return document;
    }

    @Override
    public int getMemory(Document document) {
        return weight(document);
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        encode(out, document);
    }

    @Override
    public Document read(ByteBuffer in) {
        return decode(in);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
