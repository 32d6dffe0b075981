/** Rules: what of a source's entries becomes links, and what is stopped and kept findable. */
@NullMarked
package app.tidings.ingest.rule;

import org.jspecify.annotations.NullMarked;
