/** What a benchmark runs on: processes, broker, store, services. */
@NullMarked
package app.tidings.bench.stage;

import org.jspecify.annotations.NullMarked;
