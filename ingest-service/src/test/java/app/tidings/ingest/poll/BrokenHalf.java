package app.tidings.ingest.poll;

import app.tidings.ingest.broken.BrokenManager;

/** The other half of the cycle that {@link BrokenManager} begins. */
public class BrokenHalf {

    BrokenManager leadsBack(BrokenManager broken) {
        return broken;
    }
}
