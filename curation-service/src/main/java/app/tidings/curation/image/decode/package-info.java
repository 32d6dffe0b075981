/** Pixels of hostile images: within a size, a time and a memory, upright and in sRGB. */
@NullMarked
package app.tidings.curation.image.decode;

import org.jspecify.annotations.NullMarked;
