/** Where in a page something is that tells of it: one walk for all who ask. */
@NullMarked
package app.tidings.curation.page.outline;

import org.jspecify.annotations.NullMarked;
