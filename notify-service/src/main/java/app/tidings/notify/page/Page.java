package app.tidings.notify.page;

/** A page that is ready, and the HTTP status that it goes with. */
record Page(int status, String html) {

    static final int OK = 200;
    static final int ACCEPTED = 202;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int GONE = 410;
    static final int TOO_MANY_REQUESTS = 429;
}
