/** What a story about running services stands on: a terminal to tell it on, patience, and the APIs that it asks. */
@NullMarked
package app.tidings.local.stage;

import org.jspecify.annotations.NullMarked;
