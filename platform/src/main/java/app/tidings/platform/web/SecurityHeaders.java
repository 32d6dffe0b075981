package app.tidings.platform.web;

import jakarta.servlet.http.HttpServletResponse;

/** The security headers, for answers that are given before Spring Security, which sets them on all others, is reached. */
public final class SecurityHeaders {

    /** Nothing but images and styles of our own, and no page of others around ours. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** Sets them. */
    public static void on(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
