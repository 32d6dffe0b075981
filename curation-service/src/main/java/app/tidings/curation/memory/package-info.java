/** What ran before, in which issue and as which item. */
@NullMarked
package app.tidings.curation.memory;

import org.jspecify.annotations.NullMarked;
