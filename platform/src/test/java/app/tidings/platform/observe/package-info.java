/** What the platform lets an operator see, and what it never lets anybody see. */
@NullMarked
package app.tidings.platform.observe;

import org.jspecify.annotations.NullMarked;
