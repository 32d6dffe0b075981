package app.tidings.curation.text;

import org.jspecify.annotations.Nullable;

/**
 * The readable text of an item's page.
 *
 * @param html the same with its structure, sanitised; none where it was kept by an earlier version
 * @param pasted whether a person gave it, because the page did not
 */
public record ItemText(String text, @Nullable String html, boolean pasted) {}
