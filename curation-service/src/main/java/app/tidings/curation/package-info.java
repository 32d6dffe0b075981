/** Curation: links become items, items become issues, and editors have their API. */
@NullMarked
package app.tidings.curation;

import org.jspecify.annotations.NullMarked;
