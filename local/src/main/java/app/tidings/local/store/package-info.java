/** The embedded store: MongoDB's wire protocol over one file, every acknowledged write committed. */
@NullMarked
package app.tidings.local.store;

import org.jspecify.annotations.NullMarked;
