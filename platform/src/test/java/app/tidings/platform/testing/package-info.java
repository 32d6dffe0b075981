/** The store and the broker that tests of every module meet, chosen in this one place. */
@NullMarked
package app.tidings.platform.testing;

import org.jspecify.annotations.NullMarked;
