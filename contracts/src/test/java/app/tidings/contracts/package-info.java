/** Tests of the contracts. */
@NullMarked
package app.tidings.contracts;

import org.jspecify.annotations.NullMarked;
