/** What editors work on: a link with all that is known of it, and its way from new to published. */
@NullMarked
package app.tidings.curation.item;

import org.jspecify.annotations.NullMarked;
