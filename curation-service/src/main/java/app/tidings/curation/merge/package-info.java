/** Items that lead to one article become one, and are split again where an editor says so. */
@NullMarked
package app.tidings.curation.merge;

import org.jspecify.annotations.NullMarked;
