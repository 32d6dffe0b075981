package app.tidings.render.site;

/** Nothing is published under this address. */
final class NoSuchPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPage() {
        super("nothing is published under this address", null, false, false);
    }
}
