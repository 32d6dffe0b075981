/** What every service stands on; each imports {@link app.tidings.platform.Platform}. */
@NullMarked
package app.tidings.platform;

import org.jspecify.annotations.NullMarked;
