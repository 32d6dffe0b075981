/** Lists of items and search in past issues, for people. */
@NullMarked
package app.tidings.curation.search;

import org.jspecify.annotations.NullMarked;
