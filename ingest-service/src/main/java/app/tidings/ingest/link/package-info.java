/** Links: what sources show, each address once per publication, told to curation until it has taken them. */
@NullMarked
package app.tidings.ingest.link;

import org.jspecify.annotations.NullMarked;
