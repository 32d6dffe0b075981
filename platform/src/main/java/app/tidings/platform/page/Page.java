package app.tidings.platform.page;

/** A page that is ready, and the HTTP status that it goes with. */
public record Page(int status, String html) {

    public static final int OK = 200;
    public static final int ACCEPTED = 202;
    public static final int BAD_REQUEST = 400;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int GONE = 410;
    public static final int TOO_MANY_REQUESTS = 429;
}
