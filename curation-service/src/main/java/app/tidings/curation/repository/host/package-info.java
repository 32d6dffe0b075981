/** The hosts of repositories: how each writes addresses, wants to be asked, and answers. One file per host. */
@NullMarked
package app.tidings.curation.repository.host;

import org.jspecify.annotations.NullMarked;
