/** What lines of a Markdown issue are: headings, heads of items, running text with its links, images, stars and credits. */
@NullMarked
package app.tidings.curation.archive.line;

import org.jspecify.annotations.NullMarked;
