/** Images: kept by the hash of their bytes, waited for, served. */
@NullMarked
package app.tidings.render.media;

import org.jspecify.annotations.NullMarked;
