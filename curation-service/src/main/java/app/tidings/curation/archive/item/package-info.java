/** Which lines of a section are heads of items, and which are lists in their text. */
@NullMarked
package app.tidings.curation.archive.item;

import org.jspecify.annotations.NullMarked;
