/** Past issues in Markdown files, read back into issues, sections, items and blocks. Pure: no file, store or clock is touched. */
@NullMarked
package app.tidings.curation.archive;

import org.jspecify.annotations.NullMarked;
