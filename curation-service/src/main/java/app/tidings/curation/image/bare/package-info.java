/** Files of images, known by their bytes, stripped to what their pixels need and bounded by their headers. */
@NullMarked
package app.tidings.curation.image.bare;

import org.jspecify.annotations.NullMarked;
