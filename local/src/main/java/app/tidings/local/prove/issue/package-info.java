/** An issue from nothing: pages and their feed, an editor who takes them, approves, and waits for the end. */
@NullMarked
package app.tidings.local.prove.issue;

import org.jspecify.annotations.NullMarked;
