package app.tidings.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BsonKeysTest {

    static final List<KeyValue> KEYS = List.of(
            new KeyValue("weekly:01J8"),
            new KeyValue(""),
            new KeyValue("周刊 \uD83D\uDCEE"),
            new KeyValue(7),
            new KeyValue(List.of("weekly", 38)));

    private final BsonKeys type = new BsonKeys();

    @ParameterizedTest
    @FieldSource("KEYS")
    void areReadAsTheyWereWritten(KeyValue key) {
        var out = new WriteBuffer();

        type.write(out, key);

        assertThat(read(out)).isEqualTo(key);
    }

    @Test
    void areReadFromAFileWhereLoneTextsWereArraysToo() {
        var out = new WriteBuffer();

        BsonDocuments.encode(out, new Document("k", List.of("weekly:01J8")));

        assertThat(read(out)).isEqualTo(new KeyValue("weekly:01J8"));
    }

    private KeyValue read(WriteBuffer written) {
        var bytes = written.getBuffer();
        bytes.flip();
        var key = type.read(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        return key;
    }
}
