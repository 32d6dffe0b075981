/** Tests of the feeds that are polled. */
@NullMarked
package app.tidings.bench.feeds;

import org.jspecify.annotations.NullMarked;
