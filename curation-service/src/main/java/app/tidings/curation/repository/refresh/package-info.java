/** Before an issue goes out, its repositories are asked for once more. */
@NullMarked
package app.tidings.curation.repository.refresh;

import org.jspecify.annotations.NullMarked;
