package app.tidings.notify.page;

/** A mail to one reader with one link. */
public record MailView(
        String language, String title, String text, String button, String link, String hint, String imprint) {}
