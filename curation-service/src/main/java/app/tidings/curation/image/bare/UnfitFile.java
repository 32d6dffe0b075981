package app.tidings.curation.image.bare;

import java.io.IOException;
import java.io.Serial;

/** Ends the reading of a file that is refused; whoever decodes makes a value of it. */
public final class UnfitFile extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal why;

    UnfitFile(Refusal why) {
        super(why.sentence());
        this.why = why;
    }

    public Refusal why() {
        return why;
    }

    /** Refuses what does not meet a condition. */
    public static void unless(boolean met, Refusal otherwise) throws UnfitFile {
        if (!met) {
            throw new UnfitFile(otherwise);
        }
    }
}
