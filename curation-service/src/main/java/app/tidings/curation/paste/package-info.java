/** People give the text of a page that could not be read. */
@NullMarked
package app.tidings.curation.paste;

import org.jspecify.annotations.NullMarked;
