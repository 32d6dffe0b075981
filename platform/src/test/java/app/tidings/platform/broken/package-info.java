/** Classes that break the rules of the house, one each, so that each rule is seen failing. */
@NullMarked
package app.tidings.platform.broken;

import org.jspecify.annotations.NullMarked;
