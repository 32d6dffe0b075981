package app.tidings.curation.image.decode;

import javax.imageio.spi.IIORegistry;

/** The platform's own readers and writers of images, whatever else is on the class path. */
public final class Platform {

    private static final String OWN = "com.sun.imageio.plugins.";

    private Platform() {}

    /**
     * One of them.
     *
     * @param name of its class, such as {@code png.PNGImageReaderSpi}
     * @throws IllegalStateException if this platform has none of that name
     */
    public static <T> T provider(Class<T> kind, String name) {
        var all = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
        while (all.hasNext()) {
            var each = all.next();
            if (each.getClass().getName().equals(OWN + name)) {
                return each;
            }
        }
        throw new IllegalStateException("this platform has no " + name);
    }
}
