/** What a page tells machines that it is about, as JSON-LD or microdata. */
@NullMarked
package app.tidings.curation.page.metadata.thing;

import org.jspecify.annotations.NullMarked;
