/** What the tests of this module share. */
@NullMarked
package app.tidings.local;

import org.jspecify.annotations.NullMarked;
