/** Issues of the past come in: as issues that are done, with items that were published. Nothing of it is mailed. */
@NullMarked
package app.tidings.curation.imports;

import org.jspecify.annotations.NullMarked;
