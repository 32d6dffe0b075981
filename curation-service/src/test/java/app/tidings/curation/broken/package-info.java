/** What no class of the service may do, so that the rule against it is seen failing here too. */
@NullMarked
package app.tidings.curation.broken;

import org.jspecify.annotations.NullMarked;
