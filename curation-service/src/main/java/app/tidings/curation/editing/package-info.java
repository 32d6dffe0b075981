/** People write about items: texts, section, stars, credits, images. */
@NullMarked
package app.tidings.curation.editing;

import org.jspecify.annotations.NullMarked;
