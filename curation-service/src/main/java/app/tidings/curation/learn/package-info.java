/** What editors did so far is learned from, so that something can be proposed of what comes next. */
@NullMarked
package app.tidings.curation.learn;

import org.jspecify.annotations.NullMarked;
