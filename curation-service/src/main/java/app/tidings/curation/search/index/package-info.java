/** The index of items and past issues, and how it is kept up. */
@NullMarked
package app.tidings.curation.search.index;

import org.jspecify.annotations.NullMarked;
