/** Orders of people to sources: pause, snooze, archive, resume. */
@NullMarked
package app.tidings.ingest.order;

import org.jspecify.annotations.NullMarked;
