/** Tests of what benchmarks run on. */
@NullMarked
package app.tidings.bench.stage;

import org.jspecify.annotations.NullMarked;
