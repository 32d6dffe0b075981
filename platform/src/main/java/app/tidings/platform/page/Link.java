package app.tidings.platform.page;

/** The way on. */
public record Link(String text, String href) {}
