/** The links of an issue are asked for before it goes out. */
@NullMarked
package app.tidings.curation.linkcheck;

import org.jspecify.annotations.NullMarked;
