/** The service as its tests run it. */
@NullMarked
package app.tidings.curation;

import org.jspecify.annotations.NullMarked;
