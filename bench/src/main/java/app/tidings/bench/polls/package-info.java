/** Polling: new sources and sources that have nothing new, beside other programs that read feeds. */
@NullMarked
package app.tidings.bench.polls;

import org.jspecify.annotations.NullMarked;
