package app.tidings.curation.image.decode;

import java.io.Serial;
import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends a decoder that takes too long. Thrown out of its progress, since not every one lets itself be asked to stop. */
final class TooSlow extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    static boolean isCauseOf(Throwable thrown) {
        return thrown instanceof TooSlow || (thrown.getCause() != null && isCauseOf(thrown.getCause()));
    }

    /** Looks at the clock whenever the decoder tells how far it is; it is made when the decoder starts. */
    static final class Watch implements IIOReadProgressListener {

        private final long start = System.nanoTime();
        private final Duration most;

        Watch(Duration most) {
            this.most = most;
        }

        @Override
        public void imageProgress(ImageReader source, float percentage) {
            if (System.nanoTime() - start > most.toNanos()) {
                throw new TooSlow();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentage) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
