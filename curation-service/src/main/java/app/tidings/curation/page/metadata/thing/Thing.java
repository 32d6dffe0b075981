package app.tidings.curation.page.metadata.thing;

import org.jspecify.annotations.Nullable;

/** What a page tells machines that it is about, in the words of schema.org. */
public interface Thing {

    /** What it is, in lower case, such as {@code videoobject}. */
    @Nullable
    String type();

    /** A text field, or the name or address of the first thing that stands there. */
    @Nullable
    String text(String field);

    /** The names of all things that stand in a field. */
    @Nullable
    String names(String field);

    /** An image's address: as text, or in the object that stands there. */
    @Nullable
    String image();

    /** How many answers or comments it has, in figures as they are written. */
    @Nullable
    String answers();
}
