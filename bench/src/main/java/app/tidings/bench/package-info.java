/** What the services reach on this machine, beside the limits of the same machine in the same run. */
@NullMarked
package app.tidings.bench;

import org.jspecify.annotations.NullMarked;
