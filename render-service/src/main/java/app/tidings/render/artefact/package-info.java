/** What was printed: files by content hash, editions, shelves of issues; and telling others of it until they have heard. */
@NullMarked
package app.tidings.render.artefact;

import org.jspecify.annotations.NullMarked;
