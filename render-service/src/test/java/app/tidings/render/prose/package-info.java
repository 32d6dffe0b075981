/** Tests of what tames text, and the hostile texts that all formats are tried with. */
@NullMarked
package app.tidings.render.prose;

import org.jspecify.annotations.NullMarked;
