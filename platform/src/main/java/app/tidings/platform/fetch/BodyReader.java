package app.tidings.platform.fetch;

import app.tidings.platform.fetch.Fetched.Failed;
import app.tidings.platform.fetch.Fetched.Reason;
import app.tidings.platform.fetch.SafeFetcher.Room;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body and stops at its bounds: its size decoded and on the wire, and the least rate at which it must come. */
final class BodyReader {

    /** The body went beyond a bound. */
    static final class OutOfBounds extends IOException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final String detail;

        OutOfBounds(Reason reason, String detail) {
            super(detail);
            this.reason = reason;
            this.detail = detail;
        }

        Failed failure() {
            return new Failed(reason, detail);
        }
    }

    private final int maxBytes;
    private final long minBytesPerSecond;
    private final long slowAfterNanos;
    private final int smallBytes;
    private final Room room;

    BodyReader(FetchSettings settings, long requested, Room room) {
        this.maxBytes = (int) Math.min(settings.maxSize().toBytes(), requested);
        this.minBytesPerSecond = settings.minRate().toBytes();
        this.slowAfterNanos = settings.slowAfter().toNanos();
        this.smallBytes = (int) Math.min(settings.smallBody().toBytes(), maxBytes);
        this.room = room;
    }

    /**
     * @param declaredLength length on the wire as the header has it, negative if it has none
     * @param encoding value of the Content-Encoding header
     */
    Body read(InputStream content, long declaredLength, @Nullable String encoding) throws IOException {
        if (declaredLength > wireLimit()) {
            throw tooLarge();
        }
        var wire = new BoundedWire(content);
        try (var decoded =
                decoded(wire, encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT))) {
            var bytes = bytes(decoded);
            if (wire.exceeded != null) {
                throw wire.exceeded;
            }
            if (bytes.length > maxBytes) {
                throw tooLarge();
            }
            return Body.owning(bytes);
        }
    }

    private byte[] bytes(InputStream decoded) throws IOException {
        var small = decoded.readNBytes(smallBytes + 1);
        if (small.length <= smallBytes || small.length > maxBytes) {
            return small;
        }
        makeRoom();
        var rest = decoded.readNBytes(maxBytes + 1 - small.length);
        var all = Arrays.copyOf(small, small.length + rest.length);
        System.arraycopy(rest, 0, all, small.length, rest.length);
        return all;
    }

    private void makeRoom() throws IOException {
        try {
            if (!room.forLargeBody()) {
                throw new OutOfBounds(Reason.TIMEOUT, "too many large bodies were being read at the same time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfBounds(Reason.TIMEOUT, "the fetch was called off");
        }
    }

    /** Bytes that cannot be compressed grow a little by it; beyond that, compression that makes bodies longer is an attack. */
    private long wireLimit() {
        return maxBytes + maxBytes / 256L + 1024;
    }

    private OutOfBounds tooLarge() {
        return new OutOfBounds(Reason.TOO_LARGE, "the body is larger than %d bytes".formatted(maxBytes));
    }

    private static InputStream decoded(InputStream wire, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity" -> wire;
            case "gzip", "x-gzip" -> unlessEmpty(wire, GZIPInputStream::new);
            case "deflate" -> unlessEmpty(wire, BodyReader::inflated);
            default -> throw new OutOfBounds(Reason.PROTOCOL, "the body has an encoding that was not asked for");
        };
    }

    @FunctionalInterface
    private interface Decoder {
        InputStream over(PushbackInputStream wire) throws IOException;
    }

    private static InputStream unlessEmpty(InputStream wire, Decoder decoder) throws IOException {
        var ahead = new PushbackInputStream(wire);
        var first = ahead.read();
        if (first < 0) {
            return ahead;
        }
        ahead.unread(first);
        return decoder.over(ahead);
    }

    /** By the standard, deflate has a zlib header, which begins with a byte like x8; some servers leave it out. */
    private static InputStream inflated(PushbackInputStream wire) throws IOException {
        var first = wire.read();
        wire.unread(first);
        var inflater = new Inflater((first & 0x0f) != 8);
        return new InflaterInputStream(wire, inflater) {
            @Override
            public void close() {
                inflater.end();
            }
        };
    }

    /** Keeps its refusal: a decoder may take an exception for the end of its input. */
    private final class BoundedWire extends FilterInputStream {

        private final long started = System.nanoTime();
        private long count;
        private @Nullable OutOfBounds exceeded;

        BoundedWire(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (exceeded != null) {
                throw exceeded;
            }
            var read = super.read(target, offset, length);
            count += Math.max(read, 0);
            exceeded = read < 0 ? null : objection();
            if (exceeded != null) {
                throw exceeded;
            }
            return read;
        }

        /** Leaves the content alone, which would read itself to its end; the connection goes with it. */
        @Override
        public void close() {}

        private @Nullable OutOfBounds objection() {
            if (count > wireLimit()) {
                return tooLarge();
            }
            var nanos = System.nanoTime() - started;
            return nanos > slowAfterNanos && count * 1e9 < (double) minBytesPerSecond * nanos
                    ? new OutOfBounds(
                            Reason.TOO_SLOW,
                            "the body came at less than %d bytes a second".formatted(minBytesPerSecond))
                    : null;
        }
    }
}
