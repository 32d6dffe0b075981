package app.tidings.contracts;

import app.tidings.contracts.ImageEvent.ImageKept;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** What curation-service says about images. Key: SHA-256 of the bytes. Sent before whatever needs the image. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@Type(value = ImageKept.class, name = "image-kept"))
public sealed interface ImageEvent extends Event {

    String TOPIC = "curation.images";

    /** A decoded, bounded and re-encoded image; at most 100 KB. */
    record ImageKept(String sha256, String mediaType, int width, int height, String base64, Instant occurredAt)
            implements ImageEvent {

        public static final int MAX_BYTES = 100 * 1024;
        private static final Set<String> MEDIA_TYPES = Set.of("image/jpeg", "image/png");

        public ImageKept {
            Guard.sha256(sha256, "sha256");
            if (!MEDIA_TYPES.contains(mediaType)) {
                throw new BadValue("mediaType is neither image/jpeg nor image/png");
            }
            Guard.positive(width, "width");
            Guard.positive(height, "height");
            var bytes = Base64.getDecoder().decode(Guard.text(base64, "base64"));
            if (bytes.length > MAX_BYTES) {
                throw new BadValue("image is larger than %d bytes".formatted(MAX_BYTES));
            }
            if (!Ids.contentHash(bytes).equals(sha256)) {
                throw new BadValue("sha256 is not that of the bytes");
            }
            Guard.present(occurredAt, "occurredAt");
        }

        @Override
        public String key() {
            return sha256;
        }

        @Override
        public long version() {
            return 1; // content-addressed: there is no other version
        }

        /** The image's bytes; a new copy each time. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return "ImageKept[%s, %s, %dx%d]".formatted(sha256, mediaType, width, height);
        }
    }
}
