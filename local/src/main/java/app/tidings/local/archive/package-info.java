/** {@code ./tidings archive}: past issues in Markdown files, told as they are understood, or sent to curation-service. */
@NullMarked
package app.tidings.local.archive;

import org.jspecify.annotations.NullMarked;
