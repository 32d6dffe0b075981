package app.tidings.platform.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The bytes of a request or an answer, decoded of any compression. Never changes. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    /** Takes over an array that nobody else holds. */
    static Body owning(byte[] bytes) {
        return new Body(bytes);
    }

    /** A copy of the bytes; to read them once, take {@link #stream()}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Only the size: a body may hold anything, and this ends up in logs. */
    @Override
    public String toString() {
        return "Body[%d bytes]".formatted(bytes.length);
    }
}
