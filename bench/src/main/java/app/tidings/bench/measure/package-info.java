/** Figures, and how they are told. */
@NullMarked
package app.tidings.bench.measure;

import org.jspecify.annotations.NullMarked;
