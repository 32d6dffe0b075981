/** Feeds as a benchmark needs them: made, served on loopback, and fetched by programs that serve as limits or peers. */
@NullMarked
package app.tidings.bench.feeds;

import org.jspecify.annotations.NullMarked;
