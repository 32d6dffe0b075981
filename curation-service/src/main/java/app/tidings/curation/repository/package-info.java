/** What the hosts of repositories say about them: asked politely, kept, asked again before an issue goes out. */
@NullMarked
package app.tidings.curation.repository;

import org.jspecify.annotations.NullMarked;
