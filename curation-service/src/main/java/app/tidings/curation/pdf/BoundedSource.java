package app.tidings.curation.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Bytes that can be read only as long as there is time: no loop of a parser goes on without them. */
final class BoundedSource implements RandomAccessRead {

    private final byte[] bytes;
    private final Limits limits;
    private int position;
    private boolean closed;

    BoundedSource(byte[] bytes, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** All of it, read from its own place. */
    RandomAccessReadView whole() {
        return createView(0, bytes.length);
    }

    @Override
    public int read() {
        limits.turn();
        return position < bytes.length ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        limits.checkTime();
        if (position >= bytes.length) {
            return -1;
        }
        var count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int peek() {
        limits.turn();
        return position < bytes.length ? bytes[position] & 0xFF : -1;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long place) throws IOException {
        limits.turn();
        if (place < 0) {
            throw new IOException("no place before the beginning");
        }
        position = (int) Math.min(place, bytes.length);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isEOF() {
        limits.turn();
        return position >= bytes.length;
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(new BoundedSource(bytes, limits), start, length, true);
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
