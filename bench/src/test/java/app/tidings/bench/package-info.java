/** Tests of the command line. */
@NullMarked
package app.tidings.bench;

import org.jspecify.annotations.NullMarked;
