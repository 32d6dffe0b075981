/** What a mail looks like on the wire: MIME, encoded once for all readers of a letter. */
@NullMarked
package app.tidings.notify.letter;

import org.jspecify.annotations.NullMarked;
