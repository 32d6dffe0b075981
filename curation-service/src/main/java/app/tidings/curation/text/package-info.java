/** Text that others wrote: made fit to be kept, made fit to be printed, and the texts of pages themselves. */
@NullMarked
package app.tidings.curation.text;

import org.jspecify.annotations.NullMarked;
