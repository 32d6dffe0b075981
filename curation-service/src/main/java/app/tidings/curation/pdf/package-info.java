/** What is read out of documents in PDF: text, title, author and length, with bounds to what a hostile one may cost. */
@NullMarked
package app.tidings.curation.pdf;

import org.jspecify.annotations.NullMarked;
