/** What notify knows of publications: the newest profile of each, as curation told it. */
@NullMarked
package app.tidings.notify.publication;

import org.jspecify.annotations.NullMarked;
