/** Tests of figures. */
@NullMarked
package app.tidings.bench.measure;

import org.jspecify.annotations.NullMarked;
