/** The newsletters of this installation: their profiles, seeded from a file and told to everybody. */
@NullMarked
package app.tidings.curation.publication;

import org.jspecify.annotations.NullMarked;
