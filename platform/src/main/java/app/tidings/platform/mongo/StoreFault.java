package app.tidings.platform.mongo;

import com.mongodb.MongoException;

/** A fault of the store, which passes by itself and is no defect. */
public final class StoreFault {

    private StoreFault() {}

    /** Whether it is the store that this comes from; the causes behind it are not looked at. */
    public static boolean is(Throwable fault) {
        return fault instanceof MongoException;
    }
}
