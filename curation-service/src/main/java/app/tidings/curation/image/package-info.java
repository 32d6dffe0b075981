/** Images of pages: bounded, re-encoded, kept by the hash of their bytes. */
@NullMarked
package app.tidings.curation.image;

import org.jspecify.annotations.NullMarked;
