/** Tests of what the feeds benchmark is made of. */
@NullMarked
package app.tidings.bench.links;

import org.jspecify.annotations.NullMarked;
