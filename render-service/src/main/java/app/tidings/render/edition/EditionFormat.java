package app.tidings.render.edition;

import java.util.List;

/** A form in which editions are printed. */
public interface EditionFormat {

    /** The files of this form; the same edition gives the same bytes each time. */
    List<Printed> print(Edition edition);
}
